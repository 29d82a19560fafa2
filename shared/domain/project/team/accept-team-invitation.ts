import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { Code } from '../../people/invitations.ts';
import { projectCommand } from '../project.ts';
import { notJoining, whyNotJoining } from './joining.ts';
import { TeamInvitationAccepted, TeamMemberNamed, teamInvitationIn } from './team.ts';

export const acceptTeamInvitation = projectCommand({
  name: 'accept-team-invitation',
  says: { en: 'Accept an invitation into the team', fr: 'Accepter une invitation dans l’équipe' },
  about:
    'Joins the project’s team by the code of an invitation, under the account that you are signed in with. Nobody who judges the project joins it.',
  data: z.strictObject({ invitation: ThingId, code: Code }),
  example: { invitation: 'bookkeeper', code: 'b1ffe7Zr4jPzGZvtJzV1bQ' },
  refuses: ['invitation-unknown', 'invitation-settled', 'invitation-expired', ...notJoining],

  decide(state, { data: { invitation }, by, at }, { programme }) {
    const open = teamInvitationIn(state.team, invitation);
    if (!open) return refuse('invitation-unknown', { invitation });
    if (open.settled) return refuse('invitation-settled', { invitation });
    if (open.expiresOn < dayOf(at, programme.identity.timeZone)) return refuse('invitation-expired', { expiresOn: open.expiresOn });
    return (
      whyNotJoining(state, by.id, open.part) ?? [
        TeamInvitationAccepted({ invitation, person: by.id }),
        TeamMemberNamed({ person: by.id, part: open.part }),
      ]
    );
  },
});
