import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { Code } from '../people/invitations.ts';
import { accepting, notAccepted } from '../people/inviting.ts';
import { authorityDay } from '../people/people.ts';
import { organisationCommand } from './organisation.ts';

export const acceptInvitation = organisationCommand({
  name: 'accept-invitation',
  says: { en: 'Accept an invitation', fr: 'Accepter une invitation' },
  about: 'Takes up the role of an invitation, by its code, under the account that you are signed in with.',
  data: z.strictObject({ invitation: ThingId, code: Code }),
  example: { invitation: 'reviewer-of-spring', code: 'b1ffe7Zr4jPzGZvtJzV1bQ' },
  refuses: notAccepted,

  decide: (state, { data, by, at }) => accepting(state, data.invitation, by.id, authorityDay(at)),
});
