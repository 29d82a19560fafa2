import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addToDay, Day, dayOf } from '../../kernel/time.ts';
import { CodeHash } from '../../people/invitations.ts';
import { INVITATION_DAYS, invitingExample } from '../../people/inviting.ts';
import { projectCommand } from '../project.ts';
import { hasNoTeam } from './joining.ts';
import { TeamInvitationMade, TeamPart, teamInvitationIn } from './team.ts';

export const inviteToTeam = projectCommand({
  name: 'invite-to-team',
  says: { en: 'Invite somebody into the team', fr: 'Inviter une personne dans l’équipe' },
  about: 'The holder invites somebody to work on the project, by a code that only they are given: the record keeps its hash alone.',
  data: z.strictObject({ invitation: ThingId, part: TeamPart, codeHash: CodeHash, expiresOn: Day }),
  example: { invitation: 'bookkeeper', part: 'finance', codeHash: invitingExample.codeHash, expiresOn: invitingExample.expiresOn },
  refuses: ['project-over', 'invitation-known', 'invitation-days'],

  decide({ stage, team }, { data, at }, { programme }) {
    const today = dayOf(at, programme.identity.timeZone);
    const latest = addToDay(today, `P${INVITATION_DAYS}D`);
    if (hasNoTeam(stage)) return refuse('project-over', { stage });
    if (teamInvitationIn(team, data.invitation)) return refuse('invitation-known', { invitation: data.invitation });
    if (data.expiresOn < today || data.expiresOn > latest) return refuse('invitation-days', { today, latest });
    return TeamInvitationMade(data);
  },
});
