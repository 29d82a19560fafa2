import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { callCommand } from './call.ts';
import { endOf } from './hours.ts';
import { CallClosed } from './stage.ts';

export const closeCall = callCommand({
  name: 'close-call',
  says: { en: 'Close the call', fr: 'Clore l’appel' },
  about:
    'Records that the call is closed. The process does it at the second at which the closing day ends in the programme’s time zone, or at the instant given. An administrator can do it earlier, with the reason: the envelope of a standing call is spent, or everyone invited has applied.',
  data: z.strictObject({ earlyBecause: Prose.optional() }),
  example: { earlyBecause: 'Every organisation that was invited has applied.' },
  refuses: ['call-not-open', 'closing-day-not-over'],

  decide({ stage, terms: { closesOn } }, { data: { earlyBecause }, at }, { programme }) {
    if (stage !== 'published' && stage !== 'open') return refuse('call-not-open', { stage });
    const early = isBefore(at, endOf(closesOn, programme.identity.timeZone));
    if (early && earlyBecause === undefined) return refuse('closing-day-not-over', { closesOn });
    return CallClosed(early ? { earlyBecause } : {});
  },
});
