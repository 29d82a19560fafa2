import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { SrlReviewRequested } from './srl.ts';

export const requestSrlReview = projectCommand({
  name: 'request-srl-review',
  says: { en: 'Request an SRL review', fr: 'Demander une revue SRL' },
  about:
    'The holder, an administrator or the committee asks for a review before the cadence brings one, and says why. An administrator answers; the review opens when the request is accepted.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The demonstrator has run for a season in two villages: what it showed bears on level 6.' },
  refuses: ['not-in-a-phase', 'srl-review-open', 'srl-request-pending'],

  decide({ stage, srl }, { data: { reasons }, by }) {
    if (!isPhase(stage)) return refuse('not-in-a-phase', { stage });
    if (srl.open) return refuse('srl-review-open', { review: srl.open.review });
    if (srl.requested) return refuse('srl-request-pending');
    return SrlReviewRequested({ by: by.id, reasons });
  },
});
