import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Role } from '../kernel/role.ts';
import { addToDay } from '../kernel/time.ts';
import { ownRolesOn, type People } from './people.ts';
import { type Limits, limitsOf } from './roles.ts';

/** For how many days support is let in at most: it looks into a question and leaves. */
export const SUPPORT_DAYS = 31;

export const notGranted = ['role-already-held', 'role-ends-before-today', 'funder-of-no-funder-role', 'support-for-too-long'] as const;

interface Granting extends Limits {
  readonly person: string;
  readonly role: Role;
}

/** Why a role cannot be granted on a day; undefined where nothing is in the way. One held already is granted anew to change its last day or its funder. */
export function whyNotGranted(people: People, { person, ...asked }: Granting, day: string): Refusal<(typeof notGranted)[number]> | undefined {
  const { role, until, funder } = asked;
  const before = limitsOf(people.mandates, person)[role];
  const same = before?.until === until && before?.funder === funder;
  if (same && ownRolesOn(people, person, day).includes(role)) return refuse('role-already-held', { person, role });
  return whyNotLimitedSo(asked, day);
}

/** Why a role cannot be limited as asked, whoever it is for. */
export function whyNotLimitedSo(
  { role, until, funder }: Limits & { readonly role: Role },
  day: string,
): Refusal<Exclude<(typeof notGranted)[number], 'role-already-held'>> | undefined {
  if (until !== undefined && until < day) return refuse('role-ends-before-today', { until, today: day });
  if (funder !== undefined && role !== 'funder') return refuse('funder-of-no-funder-role', { role });
  const latest = addToDay(day, `P${SUPPORT_DAYS}D`);
  return role === 'support' && (until === undefined || until > latest) ? refuse('support-for-too-long', { latest }) : undefined;
}
