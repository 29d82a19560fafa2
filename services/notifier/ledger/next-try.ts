const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Delays after the first attempt, the second, and so on: four and a half days in all (the schedule that Standard Webhooks suggests, prolonged). */
const delays = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR, 30 * HOUR] as const;

/** When to try again after so many attempts; undefined when it is given up. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const delay = delays[attempts - 1];
  return delay === undefined ? undefined : new Date(now.getTime() + delay);
}
