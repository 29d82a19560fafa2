import { z } from 'zod';
import { Text } from '../kernel/actor.ts';
import { Currency } from '../kernel/money.ts';
import { refuse } from '../kernel/refusal.ts';
import { Pace, TimeZone } from '../kernel/time.ts';
import { ProgrammeCreated, programmeCommand } from './programme.ts';

export const createProgramme = programmeCommand({
  name: 'create-programme',
  says: { en: 'Create a programme', fr: 'Créer un programme' },
  about:
    'Brings a programme into being. Its legal deadlines count in its time zone. Until a policy is adopted the defaults are in force. One for training can say how long a day lasts in it, so that people see within the hour what takes years.',
  data: z
    .strictObject({
      name: Text,
      timeZone: TimeZone.default('Europe/Paris'),
      currency: Currency.default('EUR'),
      demonstration: z.boolean().default(false),
      dayLasts: Pace.optional(),
    })
    .refine(({ dayLasts, demonstration }) => dayLasts === undefined || demonstration, {
      path: ['dayLasts'],
      message: 'only a demonstration can have days of its own',
    }),
  example: { name: { fr: 'Innovation sociale de rupture', en: 'Breakthrough social innovation' }, timeZone: 'Europe/Paris', currency: 'EUR' },
  refuses: ['authority-unknown'],
  creates: true,

  decide: (_, { data }, { authority }) => (authority.identity.registered ? ProgrammeCreated(data) : refuse('authority-unknown')),
});
