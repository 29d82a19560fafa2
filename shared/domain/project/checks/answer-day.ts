import type { Moment } from '../../kernel/decision.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Programme } from '../../programme/programme.ts';

/** The last day on which the holder may answer a finding. */
export function answerDay(recorded: Moment, programme: Programme): string {
  const { policy, after } = countingFrom(recorded, programme);
  return after(policy.checks.answer);
}
