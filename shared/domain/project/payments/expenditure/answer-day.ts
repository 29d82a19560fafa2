import type { Moment } from '../../../kernel/decision.ts';
import { countingFrom } from '../../../process/counting.ts';
import type { Programme } from '../../../programme/programme.ts';

/** The last day on which the holder may answer what an examination set aside. */
export function answerDay(examined: Moment, programme: Programme): string {
  const { policy, after } = countingFrom(examined, programme);
  return after(policy.payments.days.answer);
}
