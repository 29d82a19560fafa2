import type { Authorise } from '@jalon/authorisation';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { StatesBefore } from '../history/states-before.ts';
import { commandsOf } from './commands-of.ts';
import { type Again, redecide } from './redecide.ts';

export interface RedecidingAll {
  readonly tenant: string;
  readonly authorise: Authorise;
  /** Only commands that wrote to one of these; absent for all of them. */
  readonly streams?: ReadonlySet<string>;
}

const nothing = async (): Promise<readonly LoggedDecision[]> => [];

/**
 * Decides the commands of a tenant again, one after another, in one pass over its log. What it keeps grows with the number of streams, not with the length of the
 * log.
 */
export async function* redecideAll(log: Pick<DecisionLog, 'readAll'>, { tenant, authorise, streams }: RedecidingAll): AsyncGenerator<Again> {
  const states = new StatesBefore(nothing);
  for await (const recorded of commandsOf(log.readAll(tenant))) {
    if (!streams || recorded.some(({ stream }) => streams.has(stream))) yield await redecide({ tenant, states, authorise }, recorded);
    for (const decision of recorded) states.take(decision);
  }
}
