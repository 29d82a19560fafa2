import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Role } from '../kernel/role.ts';
import { Day } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';

/** Roles that somebody may lend. A project has a team of its own, and support is granted to one person for a few days. */
export const Delegable = Role.exclude(['project-holder', 'support']);

export const RoleDelegated = decision(
  'role-delegated',
  1,
  z.strictObject({ delegation: ThingId, role: Delegable, delegator: PersonId, delegate: PersonId, from: Day, until: Day, reason: Prose }),
);
export const DelegationEnded = decision('delegation-ended', 1, z.strictObject({ delegation: ThingId }));

/** A role lent by one person to another, for days of which the first and the last count. */
export interface Delegation {
  readonly role: z.output<typeof Delegable>;
  readonly delegator: string;
  readonly delegate: string;
  readonly from: string;
  readonly until: string;
  readonly ended?: true;
}
export type Delegations = Readonly<Record<string, Delegation>>;

export const delegations = facet({} as Delegations, [RoleDelegated, DelegationEnded], {
  'role-delegated': (all, { delegation, role, delegator, delegate, from, until }) => ({
    ...all,
    [delegation]: { role, delegator, delegate, from, until },
  }),
  'delegation-ended': (all, { delegation }) => {
    const known = delegationIn(all, delegation);
    return known ? { ...all, [delegation]: { ...known, ended: true } } : all;
  },
});

export const delegationIn = (all: Delegations, id: string): Delegation | undefined => (Object.hasOwn(all, id) ? all[id] : undefined);

export const isInForce = ({ from, until, ended }: Delegation, day: string): boolean => !ended && from <= day && day <= until;
