import { z } from 'zod';
import { delegating, Lending, lendingExample, notDelegated } from '../people/delegating.ts';
import { authorityDay } from '../people/people.ts';
import { organisationCommand } from './organisation.ts';

export const delegateRole = organisationCommand({
  name: 'delegate-role',
  says: { en: 'Delegate a role', fr: 'Déléguer un rôle' },
  about:
    'Lends a role that you hold to another person, from a day to a day. It ends with its last day, when you end it, or when you lose the role yourself; on a project with which you have a conflict of interest, or that is yours, it counts for nothing.',
  data: z.strictObject(Lending),
  example: lendingExample,
  refuses: notDelegated,

  decide: (state, { data, by, at }) => delegating(state, data, by.id, authorityDay(at)),
});
