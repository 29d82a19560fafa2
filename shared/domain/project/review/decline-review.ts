import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { conflictOf } from './declare-conflict.ts';
import { ConflictNature, DeclineNature, ReviewDeclined } from './review.ts';

export const declineReview = projectCommand({
  name: 'decline-review',
  says: { en: 'Decline the review', fr: 'Renoncer à l’évaluation' },
  about:
    'A reviewer says that they will not review the application: too much to do, another field, or a tie to the applicant, which is declared with it. Somebody else is needed then.',
  data: z
    .strictObject({ nature: DeclineNature, conflict: ConflictNature.optional() })
    .refine(
      ({ nature, conflict }) => (nature === 'conflict') === (conflict !== undefined),
      'say what the conflict is where that is the reason, and only there',
    ),
  example: { nature: 'workload' },
  refuses: ['not-in-review', 'reviewer-not-assigned', 'conflict-already-declared', 'review-already-submitted'],

  decide(state, { data, by }, { policy }) {
    const mine = state.reviews[by.id];
    if (state.stage !== 'in-review') return refuse('not-in-review', { stage: state.stage });
    if (!mine?.assigned) return refuse('reviewer-not-assigned');
    if (mine.conflict) return refuse('conflict-already-declared', { nature: mine.conflict });
    if (mine.marks) return refuse('review-already-submitted');
    const declined = ReviewDeclined({ reviewer: by.id, nature: data.nature });
    return data.conflict ? [declined, conflictOf(state, by.id, data.conflict, policy)] : declined;
  },
});
