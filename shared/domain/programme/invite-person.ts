import { z } from 'zod';
import { dayOf } from '../kernel/time.ts';
import { Inviting, inviting, invitingExample, notInvited } from '../people/inviting.ts';
import { programmeCommand } from './programme.ts';

export const inviteProgrammePerson = programmeCommand({
  name: 'invite-person',
  says: { en: 'Invite somebody into the programme', fr: 'Inviter une personne dans le programme' },
  about:
    'Invites somebody to a role in this programme, by a code that only they are given: the record keeps its hash alone, and neither a name nor an address.',
  data: z.strictObject(Inviting),
  example: invitingExample,
  refuses: notInvited,

  decide: (state, { data, at }) => inviting(state.invitations, data, dayOf(at, state.identity.timeZone)),
});
