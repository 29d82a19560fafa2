import type { Moment } from '../kernel/decision.ts';
import { addToDay, dayOf } from '../kernel/time.ts';
import type { Policy } from '../programme/policy.ts';
import { type Programme, policyInForce } from '../programme/programme.ts';

/** How dates that were set at one moment count: by the policy then in force, in the programme's time zone. */
export interface Counting {
  readonly policy: Policy;
  /** The day that lies so long after that moment: a number of days, or an ISO 8601 duration. */
  readonly after: (span: number | string) => string;
  /** The policy's usual reminders before a last day and escalations after it. */
  readonly usual: { readonly reminders: readonly number[]; readonly escalations: readonly number[] };
}

export function countingFrom({ at }: Moment, programme: Programme): Counting {
  const { policy } = policyInForce(programme, at);
  const day = dayOf(at, programme.identity.timeZone);
  return {
    policy,
    after: (span) => addToDay(day, typeof span === 'number' ? `P${span}D` : span),
    usual: { reminders: policy.reminders, escalations: policy.escalations },
  };
}
