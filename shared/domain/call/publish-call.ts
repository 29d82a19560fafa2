import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { isBefore } from '../kernel/time.ts';
import { callCommand } from './call.ts';
import { endOf } from './hours.ts';
import { CallPublished } from './stage.ts';

export const publishCall = callCommand({
  name: 'publish-call',
  says: { en: 'Publish the call', fr: 'Publier l’appel' },
  about: 'Makes the call known: applications can be written from now on, and handed in from the opening day to the end of the closing day.',
  data: z.strictObject({}),
  example: {},
  refuses: ['call-not-draft', 'closing-day-over'],

  decide({ stage, terms: { closesOn } }, { at }, { programme }) {
    if (stage !== 'draft') return refuse('call-not-draft', { stage });
    if (!isBefore(at, endOf(closesOn, programme.identity.timeZone))) return refuse('closing-day-over', { closesOn });
    return CallPublished({});
  },
});
