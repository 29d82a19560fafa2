import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { endOfDay, isBefore } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { SrlReviewMissed } from './srl.ts';

export const missSrlReview = projectCommand({
  name: 'miss-srl-review',
  says: { en: 'Record a missed SRL review', fr: 'Constater une revue SRL manquée' },
  about: 'Records that an SRL review was never concluded, when the next would already be due. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['srl-review-not-open', 'srl-review-still-in-time'],

  decide({ srl: { open } }, { at }, { programme }) {
    if (!open) return refuse('srl-review-not-open');
    const { review, lapsesOn } = open;
    if (isBefore(at, endOfDay(lapsesOn, programme.identity.timeZone))) return refuse('srl-review-still-in-time', { lapsesOn });
    return SrlReviewMissed({ review });
  },
});
