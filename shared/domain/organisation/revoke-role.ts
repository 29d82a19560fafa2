import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { holds, Role } from '../kernel/role.ts';
import { organisationCommand, RoleRevoked } from './organisation.ts';

export const revokeRole = organisationCommand({
  name: 'revoke-role',
  says: { en: 'Revoke a role', fr: 'Retirer un rôle' },
  about: 'Takes a role from a person, at once: no decision that rests on it is recorded after this one.',
  data: z.strictObject({ person: PersonId, role: Role }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: ['role-not-held', 'last-administrator'],

  decide({ roles }, { data }) {
    if (!holds(roles, data.person, data.role)) return refuse('role-not-held', data);
    const administrators = Object.keys(roles).filter((person) => holds(roles, person, 'administrator'));
    if (data.role === 'administrator' && administrators.length === 1) return refuse('last-administrator');
    return RoleRevoked(data);
  },
});
