import { z } from 'zod';
import { Text } from '../kernel/actor.ts';
import { Currency } from '../kernel/money.ts';
import { refuse } from '../kernel/refusal.ts';
import { TimeZone } from '../kernel/time.ts';
import { ProgrammeCreated, programmeCommand } from './programme.ts';

export const createProgramme = programmeCommand({
  name: 'create-programme',
  says: { en: 'Create a programme', fr: 'Créer un programme' },
  about: 'Brings a programme into being. Its legal deadlines count in its time zone. Until a policy is adopted the defaults are in force.',
  data: z.strictObject({
    name: Text,
    timeZone: TimeZone.default('Europe/Paris'),
    currency: Currency.default('EUR'),
    demonstration: z.boolean().default(false),
  }),
  example: { name: { fr: 'Innovation sociale de rupture', en: 'Breakthrough social innovation' }, timeZone: 'Europe/Paris', currency: 'EUR' },
  refuses: ['authority-unknown'],
  creates: true,

  decide: (_, { data }, { authority }) => (authority.identity.registered ? ProgrammeCreated(data) : refuse('authority-unknown')),
});
