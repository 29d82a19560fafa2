import {
  type Entry,
  type EnvelopeUse,
  entriesInOrder,
  entryOf,
  type Policy,
  project,
  type Ranked,
  type Registered,
  rank,
  type Share,
  tiesLeft,
} from '@jalon/domain';
import { ConflictDeclared } from '@jalon/domain/decisions';
import type { SelectionBasis } from './basis.ts';

/** What a selection is worked out with: that of the call, or one that is tried in its place. */
export interface Trial {
  readonly policy: Pick<Policy, 'rubric' | 'thresholds' | 'tieBreak' | 'envelopeReserve' | 'chairSettlesTies'>;
  readonly envelope: readonly Share[];
  readonly entries: readonly Entry[];
}

export interface Selected {
  /** By the domain's own ranking; figures are in points of the rubric, to thousandths. */
  readonly ranking: readonly Ranked[];
  readonly envelope: readonly EnvelopeUse[];
  /** Ties on which the selection depends and that no vote of the chair has settled: the number in the register orders them here. */
  readonly ties: readonly (readonly string[])[];
}

/** The trial that changes nothing. */
export const asItIs = (basis: SelectionBasis): Trial => ({ policy: basis.policy, envelope: basis.envelope, entries: entriesOf(basis).entries });

/**
 * The applications with the marks that count when some reviewers are left out. Leaving one out is what the domain does for a reviewer in conflict of interest: their
 * review counts no more, and a consensus that they took part in falls. Applications that nobody else has marked are `unjudged`, and take part no more.
 */
export function entriesOf(
  { applications, settledTies }: Pick<SelectionBasis, 'applications' | 'settledTies'>,
  leftOut: readonly string[] = [],
): { readonly entries: readonly Entry[]; readonly unjudged: readonly string[] } {
  const all = applications.map((one) => entryOf(leftOut.reduce(without, one)));
  const unjudged = all.filter(({ reviews }) => reviews.length === 0).map(({ application }) => application);
  return {
    entries: entriesInOrder(
      all.filter(({ reviews }) => reviews.length > 0),
      settledTies,
    ),
    unjudged,
  };
}

function without(one: Registered, reviewer: string): Registered {
  if (!one.project.reviews[reviewer]?.marks) return one;
  const happened = { at: '', by: { kind: 'service', id: 'evidence' }, id: '' } as const;
  return { ...one, project: project.evolve(one.project, ConflictDeclared({ reviewer, nature: 'other' }), happened) };
}

/** Weights and thresholds are tried in steps of a thousandth, and compared in whole numbers of them: the domain's arithmetic is exact in these. */
export const STEPS = 1_000;

/** Ranks and selects by the rules of the domain. */
export function select({ policy, envelope, entries }: Trial): Selected {
  const whole = policy.rubric.every(({ points }) => Number.isInteger(points)) && Number.isInteger(policy.thresholds.total);
  const used = whole ? policy : inSteps(policy);
  const { ranking, envelope: use } = rank(entries, envelope, used);
  const ties = policy.chairSettlesTies ? tiesLeft(entries, ranking, used) : [];
  return { ranking: whole ? ranking : ranking.map(inPoints), envelope: use, ties };
}

/** Who is selected, in the order of the ranking. */
export const selectedBy = ({ ranking }: Pick<Selected, 'ranking'>): readonly string[] =>
  ranking.filter(({ outcome }) => outcome === 'selected').map(({ application }) => application);

const steps = (points: number): number => Math.round(points * STEPS);

const inSteps = (policy: Trial['policy']): Trial['policy'] => ({
  ...policy,
  rubric: policy.rubric.map((criterion) => ({ ...criterion, points: steps(criterion.points) })),
  thresholds: { ...policy.thresholds, total: steps(policy.thresholds.total) },
});

const points = (figure: number): number => Math.round(figure) / STEPS;

/** A line that was worked out in steps, in points. */
const inPoints = (ranked: Ranked): Ranked => ({
  ...ranked,
  criteria: ranked.criteria.map((one) => ({ ...one, points: one.points / STEPS, score: points(one.score) })),
  blocks: ranked.blocks.map((one) => ({ ...one, points: one.points / STEPS, score: points(one.score) })),
  total: points(ranked.total),
  shortfalls: ranked.shortfalls.map((one) =>
    one.code === 'floor' || one.code === 'avis' ? one : { ...one, had: points(one.had), needed: points(one.needed) },
  ),
});
