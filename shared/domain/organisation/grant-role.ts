import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { holds, Role } from '../kernel/role.ts';
import { organisationCommand, RoleGranted } from './organisation.ts';

export const grantRole = organisationCommand({
  name: 'grant-role',
  says: { en: 'Grant a role', fr: 'Attribuer un rôle' },
  about: 'Gives a person a role in the organisation, at once. In the authority it holds in every programme of the tenant.',
  data: z.strictObject({ person: PersonId, role: Role }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: ['role-already-held'],

  decide: ({ roles }, { data }) => (holds(roles, data.person, data.role) ? refuse('role-already-held', data) : RoleGranted(data)),
});
