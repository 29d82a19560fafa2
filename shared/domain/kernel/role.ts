import { z } from 'zod';

/** What a person may be, in the whole authority or in one programme. Who holds a project or is assigned a review follows from the project itself. */
export const Role = z.enum([
  'administrator',
  'reviewer',
  'committee-member',
  'committee-chair',
  'accountant',
  'instructor',
  'controller',
  'authorising-officer',
  'auditor',
  'funder',
  'project-holder',
  'support',
]);
export type Role = z.output<typeof Role>;

/** Roles by person. */
export type Roles = Readonly<Record<string, readonly Role[]>>;

/** Adds a role; one that is held already stays as it is. */
export const grant = (roles: Roles, person: string, role: Role): Roles =>
  holds(roles, person, role) ? roles : { ...roles, [person]: [...(roles[person] ?? []), role] };
export const revoke = (roles: Roles, person: string, role: Role): Roles => ({
  ...roles,
  [person]: (roles[person] ?? []).filter((held) => held !== role),
});
export const holds = (roles: Roles, person: string, role: Role): boolean => Object.hasOwn(roles, person) && roles[person]!.includes(role);
