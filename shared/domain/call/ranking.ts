import { type Cents, partOf } from '../kernel/money.ts';
import type { Policy } from '../programme/policy.ts';
import { addShares, type ByFunder, type Share, shareOut } from '../programme/shares.ts';
import { blocksOf, compareScores, type Entry, pointsOf, readable, type Score, scoreOf, shortfallsOf } from './scoring.ts';
import type { EnvelopeUse, Ranked, Shortfall } from './selection.ts';

/** What the ranking takes from the policy. */
export type RankingPolicy = Pick<Policy, 'rubric' | 'thresholds' | 'tieBreak' | 'envelopeReserve'>;

export interface Ranking {
  readonly ranking: readonly Ranked[];
  readonly envelope: readonly EnvelopeUse[];
}

/** The part of one funder's money that is kept back for corrections after appeals; a fraction of a cent is kept back too. */
export const keptBackOf = (amount: Cents, basisPoints: number): Cents => amount - partOf(amount, 10_000 - basisPoints);

/** The arithmetic of one application, as it is recorded. */
function arithmetic(score: Score, rubric: Policy['rubric']): Pick<Ranked, 'application' | 'number' | 'requested' | 'criteria' | 'blocks' | 'total'> {
  const { entry, reviewers, halves } = score;
  const scale = 10 * reviewers;
  return {
    application: entry.application,
    number: entry.number,
    requested: entry.requested,
    criteria: rubric.map(({ criterion, points }) => ({
      criterion,
      points,
      marks: entry.reviews.map((marks) => marks.find((given) => given.criterion === criterion)?.mark ?? 0).sort((a, b) => a - b),
      mean: readable(halves.get(criterion)!, 2 * reviewers),
      score: readable(points * halves.get(criterion)!, scale),
    })),
    blocks: blocksOf(rubric).map(({ block, criteria }) => {
      const { had, most } = pointsOf(score, criteria);
      return { block, points: most, score: readable(had, scale) };
    }),
    total: readable(score.total, scale),
  };
}

interface Placing {
  readonly score: Score;
  readonly shortfalls: readonly Shortfall[];
  readonly shares: readonly Share[];
  readonly outcome: Ranked['outcome'];
}

/** Goes down the ranking as long as each funder's share stays inside what it may commit; the first that does not fit, and all after it, wait in reserve. */
function fill(inOrder: readonly Score[], envelope: readonly Share[], limit: ByFunder): { readonly placings: Placing[]; readonly used: ByFunder } {
  let used: ByFunder = {};
  let full = false;
  const placings = inOrder.map((score): Placing => {
    const shares = shareOut(score.entry.requested, envelope);
    const wouldUse = addShares(used, shares);
    full ||= shares.some(({ funder }) => wouldUse[funder]! > limit[funder]!);
    if (full) return { score, shortfalls: [], shares: [], outcome: 'reserve' };
    used = wouldUse;
    return { score, shortfalls: [], shares, outcome: 'selected' };
  });
  return { placings, used };
}

/**
 * Ranks the applications of a call. Those that reach every threshold are ranked and selected down to where the envelope, less what is kept back, is spent;
 * those that do not are not selected, each with what it lacked. Amounts are in cents; an application gets what it asked for or waits.
 */
export function rank(entries: readonly Entry[], envelope: readonly Share[], policy: RankingPolicy): Ranking {
  const judged = entries
    .map((entry) => scoreOf(entry, policy.rubric))
    .map((score) => ({ score, shortfalls: shortfallsOf(score, policy) }))
    .sort((a, b) => compareScores(a.score, b.score, policy.tieBreak));
  const reaching = judged.filter(({ shortfalls }) => shortfalls.length === 0).map(({ score }) => score);
  const below = judged.filter(({ shortfalls }) => shortfalls.length > 0);

  const keptBack = envelope.map(({ funder, amount }) => ({ funder, amount, keptBack: keptBackOf(amount, policy.envelopeReserve) }));
  const limit = Object.fromEntries(keptBack.map((part) => [part.funder, part.amount - part.keptBack]));
  const { placings, used } = fill(reaching, envelope, limit);

  const placed: Placing[] = [
    ...placings,
    ...below.map(({ score, shortfalls }): Placing => ({ score, shortfalls, shares: [], outcome: 'not-selected' })),
  ];
  return {
    ranking: placed.map(({ score, shortfalls, shares, outcome }, index) => ({
      ...arithmetic(score, policy.rubric),
      outcome,
      ...(outcome !== 'not-selected' && { rank: index + 1 }),
      shortfalls: [...shortfalls],
      shares: [...shares],
    })),
    envelope: keptBack.map((part) => ({ ...part, committed: used[part.funder] ?? 0 })),
  };
}
