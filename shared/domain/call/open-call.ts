import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import { callCommand } from './call.ts';
import { beginningOf } from './hours.ts';
import { CallOpened } from './stage.ts';

export const openCall = callCommand({
  name: 'open-call',
  says: { en: 'Record the opening of the call', fr: 'Constater l’ouverture de l’appel' },
  about:
    'Records that the call is open; the process does it at the first instant of the opening day, or at the instant given, in the programme’s time zone.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-published', 'opening-day-to-come'],

  decide({ stage, terms: { opensOn } }, { at }, { programme }) {
    if (stage !== 'published') return refuse('call-not-published', { stage });
    if (isBefore(at, beginningOf(opensOn, programme.identity.timeZone))) return refuse('opening-day-to-come', { opensOn });
    return CallOpened({});
  },
});
