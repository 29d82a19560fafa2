import type { Moment } from '../../kernel/decision.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Programme } from '../../programme/programme.ts';

/** The last day that a formal notice gives to mend a breach, by the policy in force when it was given. */
export function noticeDay(given: Moment, programme: Programme): string {
  const { policy, after } = countingFrom(given, programme);
  return after(policy.award.formalNotice);
}
