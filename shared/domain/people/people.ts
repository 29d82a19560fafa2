import type { Role, Roles } from '../kernel/role.ts';
import { dayOf } from '../kernel/time.ts';
import { type Delegations, isInForce } from './delegations.ts';
import { limitsOf, type Mandates } from './roles.ts';

/** The people of the authority, of a programme or of a call. */
export interface People {
  readonly roles: Roles;
  readonly mandates: Mandates;
  readonly delegations?: Delegations;
}

/** The zone in which the days of the authority itself are counted, and with them the last day of a role that holds in the whole tenant. */
export const AUTHORITY_ZONE = 'Europe/Paris';

export const authorityDay = (at: string): string => dayOf(at, AUTHORITY_ZONE);

/** The roles that somebody holds on a day by their own right: granted, not revoked, and not past their last day. */
export function ownRolesOn({ roles, mandates }: People, person: string, day: string): readonly Role[] {
  const granted = Object.hasOwn(roles, person) ? (roles[person] ?? []) : [];
  const limits = limitsOf(mandates, person);
  return granted.filter((role) => !isPast(limits[role]?.until, day));
}

/**
 * The roles that somebody holds on a day: by their own right, and lent by others who hold them on that day. What is lent by whoever is barred counts for nothing:
 * somebody who may not act on a thing cannot have another act on it for them.
 */
export function rolesOn(people: People, person: string, day: string, barred: (delegator: string) => boolean = () => false): readonly Role[] {
  const own = ownRolesOn(people, person, day);
  const lent = lentTo(people, person, day)
    .filter(({ delegator }) => !barred(delegator))
    .map(({ role }) => role);
  return lent.length === 0 ? own : [...new Set([...own, ...lent])];
}

/** The funder that somebody speaks for on a day, where their role says which: their own, or that of whoever lent it to them. */
export function representedOn(people: People, person: string, day: string): string | undefined {
  const named = (one: string) => (ownRolesOn(people, one, day).includes('funder') ? limitsOf(people.mandates, one).funder?.funder : undefined);
  const lender = lentTo(people, person, day).find(({ role }) => role === 'funder');
  return named(person) ?? (lender && named(lender.delegator));
}

const isPast = (until: string | undefined, day: string): boolean => until !== undefined && until < day;

function lentTo(people: People, person: string, day: string) {
  const all = Object.values(people.delegations ?? {});
  return all.filter((one) => one.delegate === person && isInForce(one, day) && ownRolesOn(people, one.delegator, day).includes(one.role));
}
