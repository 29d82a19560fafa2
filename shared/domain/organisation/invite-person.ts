import { z } from 'zod';
import { Inviting, inviting, invitingExample, notInvited } from '../people/inviting.ts';
import { authorityDay } from '../people/people.ts';
import { organisationCommand } from './organisation.ts';

export const invitePerson = organisationCommand({
  name: 'invite-person',
  says: { en: 'Invite somebody', fr: 'Inviter une personne' },
  about: 'Invites somebody to a role, by a code that only they are given: the record keeps its hash alone, and neither a name nor an address.',
  data: z.strictObject(Inviting),
  example: invitingExample,
  refuses: notInvited,

  decide: (state, { data, at }) => inviting(state.invitations, data, authorityDay(at)),
});
