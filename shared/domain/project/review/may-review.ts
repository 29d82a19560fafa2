import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Project } from '../project.ts';
import { isOrWasOfTheTeam } from '../team/team.ts';

/** Why a person cannot be asked for a review. */
export const barredFromReviewing = [
  'not-in-review',
  'not-by-the-holder',
  'conflict-of-interest',
  'reviewer-left',
  'reviewer-already-assigned',
] as const;

/** Why somebody may not be asked to review an application; undefined where nothing is in the way. */
export function whyNotReviewer(
  { stage, application, reviews, team }: Pick<Project, 'stage' | 'application' | 'reviews' | 'team'>,
  reviewer: string,
): Refusal<(typeof barredFromReviewing)[number]> | undefined {
  const { conflict, assigned, left } = reviews[reviewer] ?? {};
  if (stage !== 'in-review') return refuse('not-in-review', { stage });
  if (reviewer === application.holder || isOrWasOfTheTeam(team, reviewer)) return refuse('not-by-the-holder');
  if (conflict) return refuse('conflict-of-interest', { nature: conflict });
  if (left) return refuse('reviewer-left', { reviewer });
  return assigned ? refuse('reviewer-already-assigned', { reviewer }) : undefined;
}
