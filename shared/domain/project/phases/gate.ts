import { isBefore } from '../../kernel/time.ts';
import type { GateEvidence } from '../../programme/policy/gates.ts';
import type { Phase, Policy } from '../../programme/policy.ts';
import type { Project } from '../project.ts';
import type { Concluded } from '../srl/srl.ts';

/** The SRL review that a gate can rest on: the last one concluded since the current phase was entered. */
export function reviewInPhase({ phases: { entered }, srl: { concluded } }: Pick<Project, 'phases' | 'srl'>): Concluded | undefined {
  return entered && concluded && !isBefore(concluded.at, entered.at) ? concluded : undefined;
}

export interface Floors {
  readonly consolidated: number;
  readonly reached: number;
}

/** The SRL that a project needs to pass into a phase; nothing is asked for the first. */
export function floorsOf(to: Phase, { gates }: Pick<Policy, 'gates'>): Floors {
  if (to === 'concept') return { consolidated: 0, reached: 0 };
  const { consolidated, reached } = gates[to];
  return { consolidated, reached };
}

/** Whether the figures of a review reach the floors of the gate into a phase. */
export function reachesFloors(review: Pick<Concluded, 'reached' | 'consolidated'>, to: Phase, policy: Pick<Policy, 'gates'>): boolean {
  const floors = floorsOf(to, policy);
  return review.reached >= floors.reached && review.consolidated >= floors.consolidated;
}

/** Whether a file has each kind of evidence: what this phase brought, not an earlier stay in it. */
const has: Readonly<Record<GateEvidence, (state: Project, today: string) => boolean>> = {
  'srl-review': (state) => reviewInPhase(state) !== undefined,
  'value-review': ({ phases: { entered }, value: { last } }) => entered !== undefined && last !== undefined && !isBefore(last.at, entered.at),
  milestones: ({ milestones }, today) =>
    Object.values(milestones).every(({ agreed, outcome, cancelled }) => cancelled || outcome || !agreed || agreed.dueOn > today),
  reports: ({ reports: { last, standing } }) => last !== undefined && Object.values(standing).every(({ is }) => is === 'accepted'),
};

/** What the file of the gate into a phase still lacks of what the policy asks for; `today` is the day on which it is looked at. */
export const missingEvidence = (state: Project, to: Phase, { gates }: Pick<Policy, 'gates'>, today: string): GateEvidence[] =>
  to === 'concept' ? [] : gates[to].evidence.filter((kind) => !has[kind](state, today));
