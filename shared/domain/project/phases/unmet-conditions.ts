import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Phase } from '../../programme/policy.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPast } from '../agreement/last-day.ts';
import type { Project } from '../project.ts';
import { isPhase } from '../stage.ts';
import type { SetCondition } from './conditions.ts';

/** The last day on which a condition is met in time. */
export function conditionDay({ since, dueOn }: Pick<SetCondition, 'since' | 'dueOn'>, programme: Programme): string {
  if (dueOn !== undefined) return dueOn;
  const { policy, after } = countingFrom(since, programme);
  return after(policy.days.gateCondition);
}

/** What holds the payments of a phase: a condition of the gate into it whose day is over and that nobody confirmed. A project that closes is paid for what it did. */
export function heldByConditions(
  { stage, conditions }: Pick<Project, 'stage' | 'conditions'>,
  phase: Phase,
  at: string,
  programme: Programme,
): Refusal<'gate-conditions-unmet'> | undefined {
  if (!isPhase(stage)) return undefined;
  const unmet = conditions.filter((one) => one.phase === phase && !one.confirmed && isPast(conditionDay(one, programme), at, programme));
  return unmet.length > 0 ? refuse('gate-conditions-unmet', { phase, conditions: unmet.map(({ condition }) => condition) }) : undefined;
}
