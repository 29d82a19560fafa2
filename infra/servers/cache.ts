import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { releaseLock, self, takeLock } from './lock.ts';
import type { Report } from './server.ts';

/** Where this user keeps what can be fetched again (XDG Base Directory Specification). */
export const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jalon');

export interface Cached {
  /** Path below the cache folder; the version stands in it. */
  readonly name: string;
  /** Whether a folder is whole. What fails this is made again. */
  readonly whole: (folder: string) => boolean | Promise<boolean>;
}

export interface Making extends Cached {
  /** Fills an empty folder. */
  readonly make: (folder: string) => Promise<void>;
  readonly report: Report;
  readonly signal?: AbortSignal | undefined;
}

/** The folder, if it is in the cache and whole. */
export async function inCache({ name, whole }: Cached): Promise<string | undefined> {
  const folder = join(cacheFolder(), name);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() && (await whole(folder)) ? folder : undefined;
}

/**
 * The folder, made when it is not there. It is filled under another name and renamed when whole, so that one that was left half-made is never used;
 * two checkouts that need it at once make it once.
 */
export async function cached({ name, whole, make, report, signal }: Making): Promise<string> {
  const folder = join(cacheFolder(), name);
  const lock = `${folder}.lock`;
  mkdirSync(dirname(folder), { recursive: true });
  for (let told = false; ; ) {
    const there = await inCache({ name, whole });
    if (there) return there;
    signal?.throwIfAborted();
    const lockTaken = takeLock(lock, self());
    if (lockTaken.taken) break;
    if (!told) report(`another Jalon (process ${lockTaken.holder.pid}) is making ${name}, waiting for it`);
    told = true;
    await sleep(500, undefined, { signal });
  }
  try {
    const there = await inCache({ name, whole });
    if (there) return there;
    for (const left of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(`${basename(folder)}.part-`))) {
      rmSync(join(dirname(folder), left), { recursive: true, force: true });
    }
    const part = `${folder}.part-${process.pid}`;
    mkdirSync(part);
    await make(part);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    return folder;
  } finally {
    releaseLock(lock);
  }
}
