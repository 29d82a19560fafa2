import { type Marks, tenthsOf } from '../../call/scoring.ts';
import type { Policy } from '../../programme/policy.ts';
import type { Consensus } from './consensus.ts';
import type { Reviews } from './review.ts';

/** The reviews that count, by reviewer: submitted, and without a conflict of interest, whenever it was declared. In the order of reviewers' ids. */
export function validReviews(reviews: Reviews): readonly { readonly reviewer: string; readonly marks: Marks }[] {
  return Object.keys(reviews)
    .sort()
    .flatMap((reviewer) => {
      const { marks, conflict } = reviews[reviewer]!;
      return marks && !conflict ? [{ reviewer, marks }] : [];
    });
}

/** The reviewers from whom a review is still awaited, in the order of their ids. */
export const awaitedReviewers = (reviews: Reviews): readonly string[] =>
  Object.keys(reviews)
    .sort()
    .filter((reviewer) => {
      const { assigned, conflict, marks } = reviews[reviewer]!;
      return assigned !== undefined && !conflict && !marks;
    });

/** Whether the reviews that count differ by more points than the policy lets pass. */
export function reviewsDiverge(reviews: Reviews, { rubric, reviewers }: Pick<Policy, 'rubric' | 'reviewers'>): boolean {
  const totals = validReviews(reviews).map(({ marks }) => tenthsOf(marks, rubric));
  return totals.length > 0 && Math.max(...totals) - Math.min(...totals) > 10 * reviewers.divergence;
}

/** How many reviews an application still needs: the policy's number, and one more when those that are there differ by more than its divergence. None after a consensus. */
export function reviewsNeeded(reviews: Reviews, policy: Pick<Policy, 'rubric' | 'reviewers'>, consensus?: Consensus): number {
  if (consensus) return 0;
  const needed = policy.reviewers.perApplication + (reviewsDiverge(reviews, policy) ? 1 : 0);
  return Math.max(0, needed - validReviews(reviews).length);
}

/** How many reviewers are still to be found: the reviews needed, less those awaited from reviewers who are at work. */
export const reviewersNeeded = (reviews: Reviews, policy: Pick<Policy, 'rubric' | 'reviewers'>, consensus?: Consensus): number =>
  Math.max(0, reviewsNeeded(reviews, policy, consensus) - awaitedReviewers(reviews).length);

/** The marks that the ranking takes: those agreed on in a consensus, else those of each review that counts. */
export const marksThatCount = (reviews: Reviews, consensus: Consensus | undefined): readonly Marks[] =>
  consensus ? [consensus.marks] : validReviews(reviews).map(({ marks }) => marks);

/** The criteria of the rubric that marks leave out. */
export const criteriaLeftOut = (marks: Marks, rubric: Policy['rubric']): string[] =>
  rubric.map(({ criterion }) => criterion).filter((criterion) => !marks.some((given) => given.criterion === criterion));

/** What is wrong with marks: criteria that the rubric has not or that are marked twice, and criteria left out. */
export function marksAgainst(marks: Marks, rubric: Policy['rubric']): { readonly unknown: readonly string[]; readonly leftOut: readonly string[] } {
  const marked = marks.map(({ criterion }) => criterion);
  const unknown = marked.filter((name, index) => marked.indexOf(name) !== index || !rubric.some(({ criterion }) => criterion === name));
  return { unknown, leftOut: criteriaLeftOut(marks, rubric) };
}
