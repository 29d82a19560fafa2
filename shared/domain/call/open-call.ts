import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { callCommand, today } from './call.ts';
import { CallOpened } from './stage.ts';

export const openCall = callCommand({
  name: 'open-call',
  says: { en: 'Record the opening of the call', fr: 'Constater l’ouverture de l’appel' },
  about: 'Records that the call is open; the process does it as the opening day begins.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-published', 'opening-day-to-come'],

  decide({ stage, terms: { opensOn } }, { at }, known) {
    if (stage !== 'published') return refuse('call-not-published', { stage });
    if (today(known, at) < opensOn) return refuse('opening-day-to-come', { opensOn });
    return CallOpened({});
  },
});
