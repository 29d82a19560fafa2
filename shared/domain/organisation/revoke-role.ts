import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { refuse } from '../kernel/refusal.ts';
import { holds, Role } from '../kernel/role.ts';
import { authorityDay, ownRolesOn } from '../people/people.ts';
import { RoleRevoked } from '../people/roles.ts';
import { organisationCommand } from './organisation.ts';

export const revokeRole = organisationCommand({
  name: 'revoke-role',
  says: { en: 'Revoke a role', fr: 'Retirer un rôle' },
  about: 'Takes a role from a person, at once: no decision that rests on it is recorded after this one.',
  data: z.strictObject({ person: PersonId, role: Role }),
  example: { person: 'reviewer-1', role: 'reviewer' },
  refuses: ['role-not-held', 'last-administrator'],
  ruleVersion: 2,

  decide(state, { data, at }) {
    const { roles } = state;
    if (!holds(roles, data.person, data.role)) return refuse('role-not-held', data);
    const others = Object.keys(roles).filter((person) => person !== data.person);
    const remains = others.some((person) => ownRolesOn(state, person, authorityDay(at)).includes('administrator'));
    if (data.role === 'administrator' && !remains) return refuse('last-administrator');
    return RoleRevoked(data);
  },
});
