import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { InvitationWithdrawn } from '../people/invitations.ts';
import { notOpen, openInvitation } from '../people/inviting.ts';
import { organisationCommand } from './organisation.ts';

export const withdrawInvitation = organisationCommand({
  name: 'withdraw-invitation',
  says: { en: 'Withdraw an invitation', fr: 'Retirer une invitation' },
  about: 'Takes an invitation back that nobody has accepted: its code opens nothing from now on.',
  data: z.strictObject({ invitation: ThingId }),
  example: { invitation: 'reviewer-of-spring' },
  refuses: notOpen,

  decide({ invitations }, { data }) {
    const open = openInvitation(invitations, data.invitation);
    return 'refused' in open ? open : InvitationWithdrawn(data);
  },
});
