import { type Marks, tenthsOf } from '../../call/scoring.ts';
import type { Policy } from '../../programme/policy.ts';
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

/** How many reviews an application still needs: the policy's number, and one more when those that are there differ by more than its divergence. */
export function reviewsNeeded(reviews: Reviews, { rubric, reviewers }: Pick<Policy, 'rubric' | 'reviewers'>): number {
  const totals = validReviews(reviews).map(({ marks }) => tenthsOf(marks, rubric));
  const diverge = totals.length > 0 && Math.max(...totals) - Math.min(...totals) > 10 * reviewers.divergence;
  return Math.max(0, reviewers.perApplication + (diverge ? 1 : 0) - totals.length);
}

/** The criteria of the rubric that marks leave out. */
export const criteriaLeftOut = (marks: Marks, rubric: Policy['rubric']): string[] =>
  rubric.map(({ criterion }) => criterion).filter((criterion) => !marks.some((given) => given.criterion === criterion));
