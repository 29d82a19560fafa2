import type { Authorise } from '@jalon/authorisation';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { StatesBefore } from '../history/states-before.ts';
import { commandsOf, type Recorded } from './commands-of.ts';
import { type Again, redecide } from './redecide.ts';

export interface RedecidingPage {
  readonly tenant: string;
  readonly authorise: Authorise;
  readonly streams: ReadonlySet<string>;
  /** Goes on after this position. */
  readonly after: number;
  /** At most so many commands. */
  readonly limit: number;
}

export interface RedecidedPage {
  readonly items: readonly Again[];
  /** Where the next page goes on; absent at the end of the log. */
  readonly next?: number;
}

const PAGE = 500;
/** At most so many decisions are looked through for one page. */
const MOST_LOOKED_THROUGH = 5_000;

/** Decides some commands of a programme again, from a position on. */
export async function redecidePage(
  log: Pick<DecisionLog, 'readLog' | 'readStream'>,
  { tenant, authorise, streams, after, limit }: RedecidingPage,
): Promise<RedecidedPage> {
  const states = StatesBefore.of(log, tenant);
  const items: Again[] = [];
  let through = after;
  for await (const recorded of commandsOf(pagesOf(log, tenant, after))) {
    if (items.length === limit || recorded[0].position - after > MOST_LOOKED_THROUGH) return { items, next: through };
    if (recorded.some(({ stream }) => streams.has(stream))) items.push(await redecide({ tenant, states, authorise }, recorded));
    through = recorded.at(-1)!.position;
  }
  return { items };
}

/** Decides again the command that a decision belongs to; undefined where the tenant has no such position. */
export async function redecideAt(
  log: Pick<DecisionLog, 'readLog' | 'readStream' | 'findCommand'>,
  { tenant, authorise, position }: Pick<RedecidingPage, 'tenant' | 'authorise'> & { readonly position: number },
): Promise<Again | undefined> {
  const [decision] = await log.readLog(tenant, { after: position - 1, limit: 1 });
  if (!decision || decision.position !== position) return undefined;
  const command = await log.findCommand(tenant, decision.command.id);
  const first = command?.decisions[0]?.position ?? position;
  const [begun, ...rest] = await log.readLog(tenant, { after: first - 1, limit: command?.decisions.length ?? 1 });
  const recorded: Recorded = begun ? [begun, ...rest] : [decision];
  return redecide({ tenant, authorise, states: StatesBefore.of(log, tenant) }, recorded);
}

async function* pagesOf(log: Pick<DecisionLog, 'readLog'>, tenant: string, after: number): AsyncGenerator<readonly LoggedDecision[]> {
  for (let from = after; ; ) {
    const page = await log.readLog(tenant, { after: from, limit: PAGE });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    from = page.at(-1)!.position;
  }
}
