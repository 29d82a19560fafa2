import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { callCommand, today } from './call.ts';
import { CallPublished } from './stage.ts';

export const publishCall = callCommand({
  name: 'publish-call',
  says: { en: 'Publish the call', fr: 'Publier l’appel' },
  about: 'Makes the call known: applications can be written from now on, and handed in from the opening day to the end of the closing day.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-draft', 'closing-day-over'],

  decide({ stage, terms: { closesOn } }, { at }, known) {
    if (stage !== 'draft') return refuse('call-not-draft', { stage });
    if (closesOn < today(known, at)) return refuse('closing-day-over', { closesOn });
    return CallPublished({});
  },
});
