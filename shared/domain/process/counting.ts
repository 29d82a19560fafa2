import type { Moment } from '../kernel/decision.ts';
import { addToDay, dayOf } from '../kernel/time.ts';
import type { Policy } from '../programme/policy.ts';
import { type Programme, policyInForce } from '../programme/programme.ts';
import { workingDayFrom } from './working-days.ts';

/** How dates that were set at one moment count: by the policy then in force, in the programme's time zone. */
export interface Counting {
  readonly policy: Policy;
  /**
   * The last day of a period that begins at that moment. One of a number of days ends on a working day; an ISO 8601 duration is a date of the law or of the calendar,
   * which days off do not move.
   */
  readonly after: (span: number | string) => string;
  /** The policy's usual reminders before a last day and escalations after it. */
  readonly usual: { readonly reminders: readonly number[]; readonly escalations: readonly number[] };
}

export function countingFrom({ at }: Moment, programme: Programme): Counting {
  const { policy } = policyInForce(programme, at);
  const day = dayOf(at, programme.identity.timeZone);
  return {
    policy,
    after: (span) => (typeof span === 'number' ? workingDayFrom(addToDay(day, `P${span}D`), policy.calendar) : addToDay(day, span)),
    usual: { reminders: policy.reminders, escalations: policy.escalations },
  };
}
