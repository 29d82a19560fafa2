import type { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Day } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { Delegable, delegationIn, RoleDelegated } from './delegations.ts';
import { ownRolesOn, type People } from './people.ts';

/** What somebody says who lends a role of theirs. */
export const Lending = { delegation: ThingId, role: Delegable, delegate: PersonId, from: Day, until: Day, reason: Prose };
export const lendingExample = {
  delegation: 'summer-2027',
  role: 'committee-chair',
  delegate: 'committee-member',
  from: '2027-07-12',
  until: '2027-08-06',
  reason: 'Leave in July.',
} as const;
export const notDelegated = ['delegation-known', 'delegation-to-oneself', 'role-not-own', 'delegation-days-out-of-order'] as const;

type Lent = Omit<z.output<(typeof RoleDelegated)['data']>, 'delegator'>;

/** The delegation of a role, or why it cannot be: only what one holds by one's own right on that day, to another person, until a day that is not past. */
export function delegating(
  people: People,
  lent: Lent,
  delegator: string,
  day: string,
): Refusal<(typeof notDelegated)[number]> | ReturnType<typeof RoleDelegated> {
  const { delegation, role, delegate, from, until } = lent;
  if (delegationIn(people.delegations ?? {}, delegation)) return refuse('delegation-known', { delegation });
  if (delegate === delegator) return refuse('delegation-to-oneself');
  if (!ownRolesOn(people, delegator, day).includes(role)) return refuse('role-not-own', { role });
  if (until < from || until < day) return refuse('delegation-days-out-of-order', { from, until, today: day });
  return RoleDelegated({ ...lent, delegator });
}

export const notEnded = ['delegation-unknown', 'delegation-already-ended'] as const;

/** Why a delegation cannot be ended; undefined where nothing is in the way. */
export function whyNotEnded({ delegations = {} }: People, delegation: string): Refusal<(typeof notEnded)[number]> | undefined {
  const known = delegationIn(delegations, delegation);
  if (!known) return refuse('delegation-unknown', { delegation });
  return known.ended ? refuse('delegation-already-ended', { delegation }) : undefined;
}
