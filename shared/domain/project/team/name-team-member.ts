import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { projectCommand } from '../project.ts';
import { notJoining, whyNotJoining } from './joining.ts';
import { TeamMemberNamed, TeamPart } from './team.ts';

export const nameTeamMember = projectCommand({
  name: 'name-team-member',
  says: { en: 'Name a member of the team', fr: 'Désigner un membre de l’équipe' },
  about:
    'The holder lets a person work on the project: an editor writes in it, finance accounts for its money, a reader reads. Nobody who judges or accompanies it. Naming somebody anew changes their part.',
  data: z.strictObject({ person: PersonId, part: TeamPart }),
  example: { person: 'colleague-1', part: 'editor' },
  refuses: notJoining,

  decide: (state, { data }) => whyNotJoining(state, data.person, data.part) ?? TeamMemberNamed(data),
});
