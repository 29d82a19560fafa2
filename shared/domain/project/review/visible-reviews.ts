import type { Policy } from '../../programme/policy.ts';
import type { Project } from '../project.ts';

/**
 * Whose reviews of an application somebody may read, by the reviewers' ids. Who may read the project at all is for the authorisation; here a holder reads none,
 * somebody in conflict of interest none, and where reviews are blind a reviewer reads only their own until it is submitted.
 */
export function visibleReviews(
  { application, reviews }: Pick<Project, 'application' | 'reviews'>,
  reader: string,
  policy: Pick<Policy, 'review'>,
): readonly string[] {
  const mine = reviews[reader];
  if (reader === application.holder || mine?.conflict) return [];
  const submitted = Object.keys(reviews)
    .sort()
    .filter((reviewer) => reviews[reviewer]!.marks);
  const awaited = mine?.assigned !== undefined && !mine.marks;
  return policy.review.blind && awaited ? [] : submitted;
}
