import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Prose } from '../kernel/words.ts';
import { AidCancelled } from './aid.ts';
import { organisationCommand } from './organisation.ts';

export const cancelAid = organisationCommand({
  name: 'cancel-aid',
  says: { en: 'Strike out an aid', fr: 'Rayer une aide' },
  about:
    'Records that a declared aid was never granted, or that the right to it is gone: it no longer counts. The declaration stays readable in the log.',
  data: z.strictObject({ aid: ThingId, reasons: Prose }),
  example: { aid: 'town-2026', reasons: 'The town council did not vote it.' },
  refuses: ['aid-unknown'],

  decide: ({ aids }, { data }) => (aids[data.aid] ? AidCancelled(data) : refuse('aid-unknown', { aid: data.aid })),
});
