import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { callCommand, today } from './call.ts';
import { CallClosed } from './stage.ts';

export const closeCall = callCommand({
  name: 'close-call',
  says: { en: 'Close the call', fr: 'Clore l’appel' },
  about:
    'Records that the call is closed. The process does it as the closing day ends. An administrator can do it earlier, with the reason: the envelope of a standing call is spent, or everyone invited has applied.',
  data: z.strictObject({ earlyBecause: Prose.optional() }),
  example: { earlyBecause: 'Every organisation that was invited has applied.' },
  refuses: ['call-not-open', 'closing-day-not-over'],

  decide({ stage, terms: { closesOn } }, { data: { earlyBecause }, at }, known) {
    if (stage !== 'published' && stage !== 'open') return refuse('call-not-open', { stage });
    const early = today(known, at) <= closesOn;
    if (early && earlyBecause === undefined) return refuse('closing-day-not-over', { closesOn });
    return CallClosed(early ? { earlyBecause } : {});
  },
});
