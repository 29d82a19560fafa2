import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { holds, Role } from '../kernel/role.ts';
import { RoleRevoked } from '../people/roles.ts';
import { callCommand } from './call.ts';

export const revokeCallRole = callCommand({
  name: 'revoke-role',
  says: { en: 'Revoke a role in the call', fr: 'Retirer un rôle dans l’appel' },
  about: 'Takes a role in this call from a person, at once. A role held in the programme or in the whole authority is revoked there.',
  data: z.strictObject({ person: PersonId, role: Role }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: ['role-not-held'],

  decide: ({ roles }, { data }) => (holds(roles, data.person, data.role) ? RoleRevoked(data) : refuse('role-not-held', data)),
});
