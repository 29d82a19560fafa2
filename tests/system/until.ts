import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds; an error of the asking counts as "not yet". Gives up after a minute, saying what it waited for and the last error. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let last = ''; ; await wait(50)) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = ` (${String(error)})`;
    }
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}${last}.`);
  }
}
