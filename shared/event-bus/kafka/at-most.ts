import { setTimeout as wait } from 'node:timers/promises';

/** Waits for something, but no longer than this; what takes longer is left to itself. For goodbyes to a broker that may not answer. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
}
