import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning, startTime } from './process-table.ts';

export interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/** This process, as a lock names it. */
export const self = (): Holder => ({ pid: process.pid, startedAt: startTime(process.pid) ?? '' });

export type Taken<Content extends Holder> =
  /** `left` is what a holder that died without releasing had written. */
  { readonly taken: true; readonly left?: Content } | { readonly taken: false; readonly holder: Content };

/** What the lock file says, or undefined when it is not there or not readable as a lock. */
export function readLock<Content extends Holder>(path: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content;
  } catch {
    return undefined;
  }
}

/** Takes the lock for as long as this process lives. A lock whose holder died is taken over. */
export function takeLock<Content extends Holder>(path: string, content: Content): Taken<Content> {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  const aside = `${path}.${process.pid}.aside`;
  writeFileSync(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  let left: Content | undefined;
  try {
    for (;;) {
      if (tried(() => linkSync(draft, path), 'EEXIST')) return { taken: true, ...(left && { left }) };
      const there = readLock<Content>(path);
      if (there && isRunning(there)) return { taken: false, holder: there };
      // Renaming is what decides between two that both saw a dead holder: only one has it, and it looks again at what it took.
      if (!tried(() => renameSync(path, aside), 'ENOENT')) continue;
      const took = readLock<Content>(aside);
      if (took && isRunning(took)) tried(() => linkSync(aside, path), 'EEXIST');
      else left = took;
    }
  } finally {
    rmSync(draft, { force: true });
    rmSync(aside, { force: true });
  }
}

/** Rewrites a lock that this process holds. */
export function updateLock<Content extends Holder>(path: string, content: Content): void {
  writeFileSync(`${path}.draft`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}

export const releaseLock = (path: string): void => rmSync(path, { force: true });

/** Whether the step succeeded; false when it failed in the expected way. */
function tried(step: () => void, expected: string): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw error;
  }
}
