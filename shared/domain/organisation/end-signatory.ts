import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { Day } from '../kernel/time.ts';
import { organisationCommand } from './organisation.ts';
import { maySign, SignatoryEnded } from './signatories.ts';

export const endSignatory = organisationCommand({
  name: 'end-signatory',
  says: { en: 'End a signatory’s power', fr: 'Mettre fin au pouvoir d’un signataire' },
  about: 'Records the last day on which a person may sign for the organisation. What was signed until then stands.',
  data: z.strictObject({ person: PersonId, until: Day }),
  example: { person: 'president-1', until: '2028-06-30' },
  refuses: ['not-a-signatory'],

  decide: ({ signatories }, { data }) => (maySign(signatories, data.person, data.until) ? SignatoryEnded(data) : refuse('not-a-signatory', data)),
});
