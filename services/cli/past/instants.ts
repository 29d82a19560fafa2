import type { AsOf } from '@jalon/decision-log';
import { Failure } from '../failure.ts';

/** An instant that has come; the end of the day that has begun is now. `option` is what it was given as. */
export function past(option: string, instant: string, now: Date): string {
  const present = now.toISOString();
  if (instant <= present) return instant;
  if (instant === `${present.slice(0, 10)}T23:59:59.999Z`) return present;
  throw new Failure('wrong-usage', `${option} ${instant} has not come yet: it is ${present}. What will be decided is not known.`);
}

/** The two switches of a look at the past, each an instant that has come. */
export const pastOf = ({ effectAt, knownAt }: AsOf, now: Date): AsOf => ({
  ...(effectAt !== undefined && { effectAt: past('--as-of', effectAt, now) }),
  ...(knownAt !== undefined && { knownAt: past('--known-at', knownAt, now) }),
});
