import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { InvitationWithdrawn } from '../people/invitations.ts';
import { notOpen, openInvitation } from '../people/inviting.ts';
import { programmeCommand } from './programme.ts';

export const withdrawProgrammeInvitation = programmeCommand({
  name: 'withdraw-invitation',
  says: { en: 'Withdraw an invitation into the programme', fr: 'Retirer une invitation dans le programme' },
  about: 'Takes an invitation into this programme back that nobody has accepted: its code opens nothing from now on.',
  data: z.strictObject({ invitation: ThingId }),
  example: { invitation: 'reviewer-of-spring' },
  refuses: notOpen,

  decide({ invitations }, { data }) {
    const open = openInvitation(invitations, data.invitation);
    return 'refused' in open ? open : InvitationWithdrawn(data);
  },
});
