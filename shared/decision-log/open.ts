import { announceWith } from './announce.ts';
import { appendWith } from './append.ts';
import { readAll } from './bulk.ts';
import { ANSWER_WITHIN_MS, clientOf, type LogReporter, poolOf } from './database.ts';
import { checkSchema, guardOf } from './guard.ts';
import { importsWith } from './imports.ts';
import type { DecisionLog, Subscription } from './port.ts';
import { readsWith } from './reading.ts';
import { subscribeWith } from './subscription.ts';

export interface OpenLog {
  /** The database of the log, as the role that services use. */
  readonly url: string;
  /** The clock of this process. It is compared with PostgreSQL's: nothing is appended while they differ by over two seconds. */
  readonly clock: () => Date;
  readonly reporter: LogReporter;
  /** Connections for appends and reads; each subscription has one more of its own. */
  readonly connections?: number;
}

export interface OpenedLog extends DecisionLog {
  /** Stops the subscriptions, each after the batch in hand, and closes the connections. */
  close(): Promise<void>;
}

const CONNECTIONS = 8;

/**
 * Opens the decision log of a database. Throws UnsafeDatabase where the database could lose decisions (fsync, full_page_writes or synchronous_commit off) or
 * does not have the schema of this version, WrongClock, and LogUnavailable.
 */
export async function openLog({ url, clock, reporter, connections = CONNECTIONS }: OpenLog): Promise<OpenedLog> {
  const pool = poolOf(url, connections, reporter);
  const guard = guardOf(pool, clock);
  try {
    await checkSchema(pool);
    await guard.check();
  } catch (error) {
    await pool.end();
    throw error;
  }
  const subscriptions = new Set<Subscription>();
  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
    await pool.end();
  }
  return {
    append: appendWith(pool, guard, announceWith(pool)),
    ...readsWith(pool),
    ...importsWith(pool),
    readAll: (tenant, after = 0) => readAll(clientOf(url, 'jalon bulk read'), tenant, after),
    subscribe(subscription) {
      const subscribed = subscribeWith((name) => clientOf(url, name, ANSWER_WITHIN_MS), reporter, subscription);
      subscriptions.add(subscribed);
      return subscribed;
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}
