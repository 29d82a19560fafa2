import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { type Project, projectCommand } from '../project.ts';
import { ReviewerReleased } from './review.ts';

/** Why a reviewer keeps the review: it is in, or was not asked for. */
export const keptOn = ['not-in-review', 'review-not-awaited', 'review-already-submitted'] as const;

/** Why a reviewer cannot be released; undefined where nothing is in the way. */
export function whyKept({ stage, reviews }: Pick<Project, 'stage' | 'reviews'>, reviewer: string): Refusal<(typeof keptOn)[number]> | undefined {
  const { assigned, marks } = reviews[reviewer] ?? {};
  if (stage !== 'in-review') return refuse('not-in-review', { stage });
  if (!assigned) return refuse('review-not-awaited', { reviewer });
  return marks ? refuse('review-already-submitted') : undefined;
}

export const releaseReviewer = projectCommand({
  name: 'release-reviewer',
  says: { en: 'Release a reviewer', fr: 'Décharger un évaluateur' },
  about: 'Takes the review from somebody who has not submitted it, with the reason; nobody is put in their place yet.',
  data: z.strictObject({ reviewer: PersonId, reason: Prose }),
  example: { reviewer: 'reviewer-1', reason: 'No answer to two reminders.' },
  refuses: keptOn,

  decide: (state, { data }) => whyKept(state, data.reviewer) ?? ReviewerReleased(data),
});
