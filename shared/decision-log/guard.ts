import type pg from 'pg';
import { ask } from './database.ts';
import { UnsafeDatabase, WrongClock } from './errors.ts';
import { appliedMigrations, knownMigrations } from './migrate.ts';

/** How far the clocks of a process and of PostgreSQL may differ; the SQL function allows the same. */
const LEEWAY_MS = 2_000;
/** How long an answer of PostgreSQL about its clock and settings is good for. */
const LOOK_AGAIN_AFTER_MS = 5_000;
/** A process clock that moved by so much more or less than time passed was set: look again at once. */
const JUMP_MS = 500;

export interface Settings {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

/** Why decisions may not be trusted to a database with these settings, as a sentence; undefined where they may. */
export function whyUnsafe(settings: Settings): string | undefined {
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((name) => settings[name] === 'off');
  if (off.length === 0) return undefined;
  return `PostgreSQL runs with ${off.join(' and ')} off, so that a crash could lose decisions that were acknowledged: set ${off.join(' and ')} to on.`;
}

/** Why the schema of a database does not fit this version, as a sentence; undefined where it does. */
export function whyUnfit(known: readonly string[], applied: readonly string[]): string | undefined {
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0)
    return `The decision log lacks the migration ${missing.join(', ')}: run the migration of this version as the owner of the log.`;
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) return `The decision log was migrated by a newer version of Jalon (${newer.join(', ')}): update this process.`;
  return undefined;
}

interface Look {
  /** The process clock, and the time that only ever passes, when PostgreSQL was asked (milliseconds). */
  readonly at: number;
  readonly passed: number;
  readonly problem?: Error;
}

/** Looks whether this process may decide on this database. */
export interface Guard {
  /** Throws UnsafeDatabase, WrongClock or LogUnavailable. Asks PostgreSQL every few seconds only, and when the process clock jumped. */
  check(): Promise<void>;
}

export function guardOf(pool: pg.Pool, clock: () => Date): Guard {
  let last: Look | undefined;

  async function look(): Promise<Look> {
    const asked = clock().getTime();
    const started = performance.now();
    const [row] = await ask<Settings & { now: number }>(pool, {
      name: 'guard',
      text: `SELECT (extract(epoch FROM decision_log.clock()) * 1000)::int8 AS now, current_setting('fsync') AS fsync,
                    current_setting('full_page_writes') AS full_page_writes, current_setting('synchronous_commit') AS synchronous_commit`,
    });
    const answered = clock().getTime();
    if (!row) throw new Error('PostgreSQL answered nothing about its settings.');
    // its clock was read at some moment between the two readings of ours
    const ahead = Math.max(asked - row.now, row.now - answered, 0);
    const problem = problemOf(row, ahead, new Date(answered), new Date(row.now));
    return { at: asked, passed: started, ...(problem && { problem }) };
  }

  const isStale = ({ at, passed, problem }: Look): boolean => {
    const since = performance.now() - passed;
    return problem !== undefined || since > LOOK_AGAIN_AFTER_MS || Math.abs(clock().getTime() - at - since) > JUMP_MS;
  };

  return {
    async check() {
      if (!last || isStale(last)) last = await look();
      if (last.problem) throw last.problem;
    },
  };
}

function problemOf(settings: Settings, apartMs: number, ours: Date, theirs: Date): Error | undefined {
  const unsafe = whyUnsafe(settings);
  if (unsafe) return new UnsafeDatabase(unsafe);
  if (apartMs <= LEEWAY_MS) return undefined;
  return new WrongClock(
    `This process has ${ours.toISOString()} and PostgreSQL has ${theirs.toISOString()}: nothing is decided until they agree to two seconds. Set the clock that is wrong (NTP).`,
  );
}

/** Refuses a database whose schema does not fit, with UnsafeDatabase. */
export async function checkSchema(pool: pg.Pool): Promise<void> {
  const [known, applied] = await Promise.all([knownMigrations(), appliedMigrations(pool)]);
  const unfit = whyUnfit(known, applied);
  if (unfit) throw new UnsafeDatabase(unfit);
}
