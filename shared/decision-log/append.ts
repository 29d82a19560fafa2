import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { LogUnavailable } from './errors.ts';
import { inGroups } from './groups.ts';
import type { Guard } from './guard.ts';
import type { Append, Appended } from './port.ts';
import { MAX_APPEND_BYTES, type Prepared, prepare } from './prepare-append.ts';
import { sendGroup } from './send-group.ts';

/** More gain nothing: the fixed cost of a call is spread thin by then. */
const MAX_GROUP = 256;
/** How long to wait before each further try of a command whose outcome is unknown: long enough for PostgreSQL to come back from a crash of one backend. */
const RETRY_AFTER_MS = [0, 100, 400, 1500] as const;

/** Whether a command may join a group: one id once, and no more than a call should carry. */
function fits(group: readonly Prepared[], { append, bytes }: Prepared): boolean {
  return (
    group.length < MAX_GROUP &&
    group.reduce((sum, prepared) => sum + prepared.bytes, bytes) <= MAX_APPEND_BYTES &&
    group.every((prepared) => prepared.append.command.id !== append.command.id)
  );
}

/**
 * Sends a command of a failed call again, alone. That is safe by its id: had it been recorded by a call whose answer was lost, the log answers with its own
 * decisions, known by their ids, and the caller, who never heard, is told that they were appended.
 */
async function sendAlone(pool: pg.Pool, tenant: string, prepared: Prepared, failure: unknown): Promise<Appended> {
  let isUnknown = failure instanceof LogUnavailable;
  for (const waitMs of RETRY_AFTER_MS) {
    try {
      await pause(waitMs);
      const [answer] = await sendGroup(pool, tenant, [prepared]);
      if (!answer) throw new Error('The log gave no answer.');
      const isOwn = isUnknown && answer.status === 'repeated' && answer.decisions[0]?.id === prepared.append.decisions[0]?.id;
      return isOwn ? { ...answer, status: 'appended' } : answer;
    } catch (error) {
      if (!(error instanceof LogUnavailable) || waitMs === RETRY_AFTER_MS.at(-1)) throw error;
      isUnknown = true;
    }
  }
  throw new Error('No try was made.');
}

/** Sends each command of a failed group again, one after the other. Once PostgreSQL stays away for one, it is not tried for the rest. */
async function sendEachAlone(
  pool: pg.Pool,
  tenant: string,
  group: readonly Prepared[],
  failure: unknown,
): Promise<readonly PromiseSettledResult<Appended>[]> {
  const answers: PromiseSettledResult<Appended>[] = [];
  let away: LogUnavailable | undefined;
  for (const prepared of group) {
    try {
      if (away) throw away;
      answers.push({ status: 'fulfilled', value: await sendAlone(pool, tenant, prepared, failure) });
    } catch (reason) {
      if (reason instanceof LogUnavailable) away = reason;
      answers.push({ status: 'rejected', reason });
    }
  }
  return answers;
}

/**
 * Makes the `append` of a log: concurrent appends to a tenant go in one call, and if the call itself fails, each is tried alone, so that one bad append takes
 * no other down. `recorded` is called after each call.
 */
export function appendWith(pool: pg.Pool, guard: Guard, recorded: () => void): (append: Append) => Promise<Appended> {
  const enqueue = inGroups<Prepared, Appended>(async (tenant, group) => {
    await guard.check();
    try {
      const answers = await sendGroup(pool, tenant, group);
      return answers.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      if (group.length === 1 && !(error instanceof LogUnavailable)) throw error;
      return await sendEachAlone(pool, tenant, group, error);
    } finally {
      recorded();
    }
  }, fits);
  return async (append) => enqueue(append.tenant, prepare(append));
}
