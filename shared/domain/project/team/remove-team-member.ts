import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { partOf, TeamMemberRemoved } from './team.ts';

export const removeTeamMember = projectCommand({
  name: 'remove-team-member',
  says: { en: 'Remove a member from the team', fr: 'Retirer un membre de l’équipe' },
  about: 'Ends somebody’s part in the project’s team, at once. They become no judge of the project by that.',
  data: z.strictObject({ person: PersonId }),
  example: { person: 'colleague-1' },
  refuses: ['not-of-the-team'],

  decide: ({ team }, { data }) => (partOf(team, data.person) ? TeamMemberRemoved(data) : refuse('not-of-the-team', data)),
});
