import type { AnyCommand } from '../../kernel/command.ts';
import { acceptTeamInvitation } from './accept-team-invitation.ts';
import { inviteToTeam } from './invite-to-team.ts';
import { nameTeamMember } from './name-team-member.ts';
import { removeTeamMember } from './remove-team-member.ts';
import { withdrawTeamInvitation } from './withdraw-team-invitation.ts';

export const teamCommands: readonly AnyCommand[] = [nameTeamMember, removeTeamMember, inviteToTeam, acceptTeamInvitation, withdrawTeamInvitation];
