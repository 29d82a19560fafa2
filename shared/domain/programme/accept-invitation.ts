import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { dayOf } from '../kernel/time.ts';
import { Code } from '../people/invitations.ts';
import { accepting, notAccepted } from '../people/inviting.ts';
import { programmeCommand } from './programme.ts';

export const acceptProgrammeInvitation = programmeCommand({
  name: 'accept-invitation',
  says: { en: 'Accept an invitation into the programme', fr: 'Accepter une invitation dans le programme' },
  about: 'Takes up the role of an invitation into this programme, by its code, under the account that you are signed in with.',
  data: z.strictObject({ invitation: ThingId, code: Code }),
  example: { invitation: 'reviewer-of-spring', code: 'b1ffe7Zr4jPzGZvtJzV1bQ' },
  refuses: notAccepted,

  decide: (state, { data, by, at }) => accepting(state, data.invitation, by.id, dayOf(at, state.identity.timeZone)),
});
