import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { projectCommand } from '../project.ts';
import { barredFromReviewing, whyNotReviewer } from './may-review.ts';
import { ReviewerAssigned } from './review.ts';
import { reviewDay } from './review-day.ts';

export const assignReviewer = projectCommand({
  name: 'assign-reviewer',
  says: { en: 'Assign a reviewer', fr: 'Désigner un évaluateur' },
  about:
    'Asks a person to review an eligible application: not its holder, not one in conflict of interest, nor one who declined. The policy says by when.',
  data: z.strictObject({ reviewer: PersonId }),
  example: { reviewer: 'reviewer-1' },
  refuses: barredFromReviewing,

  decide(state, { data: { reviewer }, at }, known) {
    return whyNotReviewer(state, reviewer) ?? ReviewerAssigned({ reviewer, dueOn: reviewDay(known, at) });
  },
});
