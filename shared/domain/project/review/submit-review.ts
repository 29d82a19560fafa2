import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { Mark, Opinion, ReviewSubmitted } from './review.ts';
import { criteriaLeftOut, marksAgainst } from './reviews-needed.ts';

export const submitReview = projectCommand({
  name: 'submit-review',
  says: { en: 'Submit a review', fr: 'Remettre une évaluation' },
  about:
    'The reviewer’s marks, 0 to 5 by half points, for every criterion of the policy in force, each with reasons, and an opinion. It is submitted once; again only when the policy has changed its criteria since.',
  data: z.strictObject({ marks: z.array(Mark).min(1).max(60), opinion: Opinion, comment: Prose }),
  example: {
    marks: [{ criterion: 'cooperation', mark: 4.5, reason: 'Municipalities and trade schools share the decisions.' }],
    opinion: 'favourable',
    comment: 'A convincing alliance; the protocol of the trials has to be made more precise.',
  },
  refuses: ['not-in-review', 'reviewer-not-assigned', 'conflict-of-interest', 'review-already-submitted', 'criteria-unknown', 'criteria-not-scored'],

  decide({ stage, reviews }, { data, by }, { policy: { rubric } }) {
    const mine = reviews[by.id];
    if (stage !== 'in-review') return refuse('not-in-review', { stage });
    if (!mine?.assigned) return refuse('reviewer-not-assigned');
    if (mine.conflict) return refuse('conflict-of-interest', { nature: mine.conflict });
    if (mine.marks && criteriaLeftOut(mine.marks, rubric).length === 0) return refuse('review-already-submitted');
    const { unknown, leftOut } = marksAgainst(data.marks, rubric);
    if (unknown.length > 0) return refuse('criteria-unknown', { criteria: unknown });
    if (leftOut.length > 0) return refuse('criteria-not-scored', { criteria: leftOut });
    return ReviewSubmitted({ reviewer: by.id, ...data });
  },
});
