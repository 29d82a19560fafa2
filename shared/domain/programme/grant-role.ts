import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { holds, Role } from '../kernel/role.ts';
import { RoleGranted } from '../organisation/organisation.ts';
import { programmeCommand } from './programme.ts';

export const grantProgrammeRole = programmeCommand({
  name: 'grant-role',
  says: { en: 'Grant a role in the programme', fr: 'Attribuer un rôle dans le programme' },
  about: 'Gives a person a role in this programme only, at once: in its calls and in their projects.',
  data: z.strictObject({ person: PersonId, role: Role }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: ['role-already-held'],

  decide: ({ roles }, { data }) => (holds(roles, data.person, data.role) ? refuse('role-already-held', data) : RoleGranted(data)),
});
