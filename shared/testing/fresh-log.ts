import { randomUUID } from 'node:crypto';
import { migrate, type OpenedLog, openLog } from '@jalon/decision-log';
import pg from 'pg';

export interface FreshLogOptions {
  /** A server, as a role that may create databases and roles: `inject('servers').postgresUrl`. */
  readonly postgresUrl: string;
  /** The clock of the process that opens the log; by default the machine's, or the instant given to `setClock`. */
  readonly clock?: () => Date;
}

export interface FreshLog {
  /** The database, as `jalon_service`: read, append, and nothing else. Also good for a process of its own. */
  readonly url: string;
  /** The database, as the owner of the log: migrations, triggers and tampering. */
  readonly ownerUrl: string;
  readonly log: OpenedLog;
  /** Plain queries as `jalon_service`. */
  readonly pool: pg.Pool;
  /** What `log` takes for now. */
  readonly clock: () => Date;
  /** From here on PostgreSQL and `clock` have this instant (ISO 8601), until it is set again: one clock for tests that live through years. */
  setClock(instant: string): Promise<void>;
  /** The same log, opened once more, as another process would. `drop` closes it too. */
  openAgain(): Promise<OpenedLog>;
  /** Closes all that was opened here and drops the database. */
  drop(): Promise<void>;
}

const quiet = { warn: () => undefined };

function databaseUrl(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}

async function asAdministrator(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server: another test file may make them at the same moment. */
const makeRole = (name: string): string => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

/** Lets PostgreSQL's clock for decisions be set: the replaced function reads it from a table, and gives the real one while that is empty. */
const settableClock = `
  CREATE TABLE decision_log.test_clock (single boolean PRIMARY KEY DEFAULT true CHECK (single), instant timestamptz NOT NULL);
  CREATE OR REPLACE FUNCTION decision_log.clock() RETURNS timestamptz LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT coalesce((SELECT instant FROM decision_log.test_clock), date_trunc('milliseconds', clock_timestamp())) $$`;

/** A decision log in a database of its own, migrated, empty and open. Drop it after the test. */
export async function freshLog({ postgresUrl, clock }: FreshLogOptions): Promise<FreshLog> {
  const database = `jalon_test_${randomUUID().replaceAll('-', '')}`;
  const url = databaseUrl(postgresUrl, database, 'jalon_service');
  const ownerUrl = databaseUrl(postgresUrl, database, 'jalon_owner');
  await asAdministrator(postgresUrl, async (client) => {
    for (const role of ['jalon_owner', 'jalon_service']) await client.query(makeRole(role));
    await client.query(`CREATE DATABASE ${database} OWNER jalon_owner`);
  });
  await migrate(ownerUrl);

  let set: Date | undefined;
  const now = clock ?? (() => set ?? new Date());
  const opened: OpenedLog[] = [];
  const openAgain = async () => {
    const log = await openLog({ url, clock: now, reporter: quiet });
    opened.push(log);
    return log;
  };
  const log = await openAgain();
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined); // tests end connections on purpose

  async function drop(): Promise<void> {
    await Promise.all(opened.map((each) => each.close()));
    await pool.end();
    await asAdministrator(postgresUrl, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
  }

  return {
    url,
    ownerUrl,
    log,
    pool,
    clock: now,
    openAgain,
    drop,
    async setClock(instant) {
      await asAdministrator(ownerUrl, async (client) => {
        if (!set) await client.query(settableClock);
        await client.query(
          'INSERT INTO decision_log.test_clock (instant) VALUES ($1) ON CONFLICT (single) DO UPDATE SET instant = excluded.instant',
          [instant],
        );
      });
      set = new Date(instant);
    },
  };
}
