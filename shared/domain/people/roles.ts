import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { grant, Role, type Roles, revoke } from '../kernel/role.ts';
import { Day } from '../kernel/time.ts';

/** What limits a role: its last day, and for a funder's role which funder it speaks for. */
export const Limits = z.strictObject({ until: Day.optional(), funder: ThingId.optional() });
export type Limits = Readonly<z.output<typeof Limits>>;

export const RoleGranted = decision('role-granted', 1, z.strictObject({ person: PersonId, role: Role, ...Limits.shape }));
export const RoleRevoked = decision('role-revoked', 1, z.strictObject({ person: PersonId, role: Role }));

/** The limits of the roles that have any, by person and role. */
export type Mandates = Readonly<Record<string, Readonly<Partial<Record<Role, Limits>>>>>;

/** Roles that were granted and not revoked, whether or not their last day has come: see `rolesOn`. */
export const grantedRoles = facet({} as Roles, [RoleGranted, RoleRevoked], {
  'role-granted': (all, { person, role }) => grant(all, person, role),
  'role-revoked': (all, { person, role }) => revoke(all, person, role),
});

export const mandates = facet({} as Mandates, [RoleGranted, RoleRevoked], {
  'role-granted': (all, { person, role, until, funder }) => {
    const limits = { ...(until !== undefined && { until }), ...(funder !== undefined && { funder }) };
    return { ...all, [person]: { ...limitsOf(all, person), [role]: limits } };
  },
  'role-revoked': (all, { person, role }) => ({ ...all, [person]: { ...limitsOf(all, person), [role]: {} } }),
});

/** Looked up among the record's own members: a person's id may be the name of what every object has. */
export const limitsOf = (all: Mandates, person: string): Mandates[string] => (Object.hasOwn(all, person) ? (all[person] ?? {}) : {});
