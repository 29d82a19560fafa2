import { isBefore } from '../../kernel/time.ts';
import type { Phase, Policy } from '../../programme/policy.ts';
import type { Project } from '../project.ts';
import type { Concluded } from '../srl/srl.ts';

/** The SRL review that a gate can rest on: the last one concluded since the current phase was entered. */
export function reviewInPhase({ phases: { entered }, srl: { concluded } }: Project): Concluded | undefined {
  return entered && concluded && !isBefore(concluded.at, entered.at) ? concluded : undefined;
}

/** The SRL that a project needs to pass into a phase; nothing is asked for the first. */
export const floorsOf = (to: Phase, { gates }: Pick<Policy, 'gates'>): Policy['gates']['pilot'] =>
  to === 'concept' ? { consolidated: 0, reached: 0 } : gates[to];

/** Whether the figures of a review reach the floors of the gate into a phase. */
export function reachesFloors(review: Pick<Concluded, 'reached' | 'consolidated'>, to: Phase, policy: Pick<Policy, 'gates'>): boolean {
  const floors = floorsOf(to, policy);
  return review.reached >= floors.reached && review.consolidated >= floors.consolidated;
}
