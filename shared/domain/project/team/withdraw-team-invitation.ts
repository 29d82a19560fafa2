import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { TeamInvitationWithdrawn, teamInvitationIn } from './team.ts';

export const withdrawTeamInvitation = projectCommand({
  name: 'withdraw-team-invitation',
  says: { en: 'Withdraw an invitation into the team', fr: 'Retirer une invitation dans l’équipe' },
  about: 'Takes an invitation into the project’s team back that nobody has accepted: its code opens nothing from now on.',
  data: z.strictObject({ invitation: ThingId }),
  example: { invitation: 'bookkeeper' },
  refuses: ['invitation-unknown', 'invitation-settled'],

  decide({ team }, { data }) {
    const open = teamInvitationIn(team, data.invitation);
    if (!open) return refuse('invitation-unknown', data);
    return open.settled ? refuse('invitation-settled', data) : TeamInvitationWithdrawn(data);
  },
});
