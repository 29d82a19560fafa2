import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { barredFromReviewing, whyNotReviewer } from './may-review.ts';
import { keptOn, whyKept } from './release-reviewer.ts';
import { ReviewerAssigned, ReviewerReleased } from './review.ts';
import { reviewDay } from './review-day.ts';

export const replaceReviewer = projectCommand({
  name: 'replace-reviewer',
  says: { en: 'Replace a reviewer', fr: 'Remplacer un évaluateur' },
  about: 'Takes the review from somebody who has not submitted it, with the reason, and asks another person, who has the whole of the policy’s time.',
  data: z.strictObject({ reviewer: PersonId, replacement: PersonId, reason: Prose }),
  example: { reviewer: 'reviewer-1', replacement: 'reviewer-2', reason: 'Away for longer than the time that is left.' },
  refuses: [...keptOn, ...barredFromReviewing],

  decide(state, { data: { reviewer, replacement, reason }, at }, known) {
    const refused = whyKept(state, reviewer) ?? whyNotReviewer(state, replacement);
    if (refused) return refused;
    return [ReviewerReleased({ reviewer, reason }), ReviewerAssigned({ reviewer: replacement, dueOn: reviewDay(known, at) })];
  },
});
