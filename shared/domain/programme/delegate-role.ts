import { z } from 'zod';
import { dayOf } from '../kernel/time.ts';
import { delegating, Lending, lendingExample, notDelegated } from '../people/delegating.ts';
import { programmeCommand } from './programme.ts';

export const delegateProgrammeRole = programmeCommand({
  name: 'delegate-role',
  says: { en: 'Delegate a role in the programme', fr: 'Déléguer un rôle dans le programme' },
  about:
    'Lends a role that you hold in this programme to another person, from a day to a day. It ends with its last day, when you end it, or when you lose the role yourself; on a project with which you have a conflict of interest, or that is yours, it counts for nothing.',
  data: z.strictObject(Lending),
  example: lendingExample,
  refuses: notDelegated,

  decide: (state, { data, by, at }) => delegating(state, data, by.id, dayOf(at, state.identity.timeZone)),
});
