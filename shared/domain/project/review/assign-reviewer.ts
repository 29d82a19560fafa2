import { z } from 'zod';
import { today } from '../../call/call.ts';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addToDay } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { ReviewerAssigned } from './review.ts';

export const assignReviewer = projectCommand({
  name: 'assign-reviewer',
  says: { en: 'Assign a reviewer', fr: 'Désigner un évaluateur' },
  about: 'Asks a person to review an eligible application: not its holder, not one in conflict of interest. The policy says by when.',
  data: z.strictObject({ reviewer: PersonId }),
  example: { reviewer: 'reviewer-1' },
  refuses: ['not-in-review', 'not-by-the-holder', 'conflict-of-interest', 'reviewer-already-assigned'],

  decide({ stage, application, reviews }, { data: { reviewer }, at }, known) {
    const { conflict, assigned } = reviews[reviewer] ?? {};
    if (stage !== 'in-review') return refuse('not-in-review', { stage });
    if (reviewer === application.holder) return refuse('not-by-the-holder');
    if (conflict) return refuse('conflict-of-interest', { nature: conflict });
    if (assigned) return refuse('reviewer-already-assigned', { reviewer });
    return ReviewerAssigned({ reviewer, dueOn: addToDay(today(known, at), `P${known.policy.days.review}D`) });
  },
});
