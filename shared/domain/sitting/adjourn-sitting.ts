import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { Instant, isBefore, laterOf } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { SittingAdjourned } from './convocation.ts';
import { deliberatedOn } from './deliberation.ts';
import { sittingCommand } from './sitting.ts';

export const adjournSitting = sittingCommand({
  name: 'adjourn-sitting',
  says: { en: 'Adjourn the sitting', fr: 'Reporter la séance' },
  about:
    'Puts a sitting off to a later instant: there was no quorum, or it was not finished. What was concluded stands, and so do declarations and recusals; attendance, proxies and the votes on what is not concluded are made anew.',
  data: z.strictObject({ heldAt: Instant, reasons: Prose }),
  example: { heldAt: '2027-05-27T12:00:00Z', reasons: 'Two of seven voting members came.' },
  refuses: ['sitting-over', 'nothing-to-adjourn', 'adjourned-to-the-past'],

  decide({ stage, convocation, deliberation }, { data, at }) {
    if (stage !== 'convened' && stage !== 'open') return refuse('sitting-over', { stage });
    const finished = convocation.items.every(({ item }) => deliberatedOn(deliberation, item).concluded);
    if (finished) return refuse('nothing-to-adjourn');
    const after = laterOf(at, convocation.heldAt);
    return isBefore(after, data.heldAt) ? SittingAdjourned(data) : refuse('adjourned-to-the-past', { after });
  },
});
