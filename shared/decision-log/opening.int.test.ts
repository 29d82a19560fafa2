import { randomUUID } from 'node:crypto';
import { anAppend, type FreshLog, faultsInLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LogUnavailable, UnsafeDatabase, WrongClock } from './errors.ts';
import { migrate } from './migrate.ts';
import { openLog } from './open.ts';

let fresh: FreshLog;
let owner: pg.Client;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await fresh.drop();
});

const reporter = { warn: () => undefined };
const clock = () => new Date();
const opened = () => openLog({ url: fresh.url, clock, reporter });

describe('a log is not opened', () => {
  it('on a database that acknowledges before it has written', async () => {
    const database = new URL(fresh.url).pathname.slice(1);
    await owner.query(`ALTER DATABASE ${database} SET synchronous_commit = off`);
    const refused = expect(opened()).rejects;
    await refused.toThrow(UnsafeDatabase);
    await expect(opened()).rejects.toThrow(/synchronous_commit off.*set synchronous_commit to on/);
    await owner.query(`ALTER DATABASE ${database} RESET synchronous_commit`);
    await (await opened()).close();
  });

  it('by a process whose clock is not that of PostgreSQL', async () => {
    const slow = () => new Date(Date.now() - 3_000);
    await expect(openLog({ url: fresh.url, clock: slow, reporter })).rejects.toThrow(WrongClock);
    await expect(openLog({ url: fresh.url, clock: slow, reporter })).rejects.toThrow(/nothing is decided until they agree/);
  });

  it('on a schema of another version, which it names', async () => {
    await owner.query("INSERT INTO decision_log.migrations (name, run_on) VALUES ('9999_of-tomorrow', now())");
    await expect(opened()).rejects.toThrow(/newer version of Jalon \(9999_of-tomorrow\)/);
    await owner.query("DELETE FROM decision_log.migrations WHERE name LIKE '9999%'");
    const last = '0005_imports';
    await owner.query('UPDATE decision_log.migrations SET name = $1 WHERE name = $2', ['', last]);
    await expect(opened()).rejects.toThrow(/lacks the migration 0005_imports/);
    await owner.query('UPDATE decision_log.migrations SET name = $2 WHERE name = $1', ['', last]);
    await (await opened()).close();
  });

  it('where there is none', async () => {
    const elsewhere = new URL(fresh.url);
    elsewhere.pathname = new URL(inject('servers').postgresUrl).pathname;
    await expect(openLog({ url: elsewhere.href, clock, reporter })).rejects.toThrow(UnsafeDatabase);
    elsewhere.pathname = '/no_such_database';
    await expect(openLog({ url: elsewhere.href, clock, reporter })).rejects.toThrow(/no_such_database/);
  });
});

describe('a process whose clock goes wrong', () => {
  it('records nothing until it is right again', async () => {
    let aheadMs = 0;
    const log = await openLog({ url: fresh.url, clock: () => new Date(Date.now() + aheadMs), reporter });
    expect(await log.append(anAppend({ stream: 'project-1' }))).toMatchObject({ status: 'appended' });
    for (const wrong of [3_600_000, -3_600_000, 2_500]) {
      aheadMs = wrong;
      await expect(log.append(anAppend({ stream: 'project-1', at: 1 }))).rejects.toThrow(WrongClock);
    }
    expect(await log.heads('demonstration', ['project-1'])).toEqual({ 'project-1': 1 });
    aheadMs = 0;
    expect(await log.append(anAppend({ stream: 'project-1', at: 1 }))).toMatchObject({ status: 'appended' });
    await log.close();
  });
});

describe('the migration', () => {
  it('may be run by many at once and again, and is done once', async () => {
    const empty = `jalon_test_${randomUUID().replaceAll('-', '')}`;
    const administrator = new pg.Client({ connectionString: inject('servers').postgresUrl });
    await administrator.connect();
    await administrator.query(`CREATE DATABASE ${empty} OWNER jalon_owner`);
    const [url, ownerUrl] = [fresh.url, fresh.ownerUrl].map((each) => Object.assign(new URL(each), { pathname: `/${empty}` }).href);
    await Promise.all(Array.from({ length: 4 }, () => migrate(ownerUrl!)));
    await migrate(ownerUrl!);
    const log = await openLog({ url: url!, clock, reporter });
    expect(await log.append(anAppend())).toMatchObject({ status: 'appended' });
    await log.close();
    await administrator.query(`DROP DATABASE ${empty} WITH (FORCE)`);
    await administrator.end();
  });

  it('says so where the database cannot be reached', async () => {
    await expect(migrate('postgres://jalon_owner@127.0.0.1:1/jalon')).rejects.toThrow(LogUnavailable);
  });
});

describe('what a service may do to the log', () => {
  const denied = (sql: string) => expect(fresh.pool.query(sql), sql).rejects.toMatchObject({ code: '42501' });

  it('is to read and to call its functions: it writes to no table, removes none and makes none', async () => {
    await fresh.log.append(anAppend({ tenant: 'rights' }));
    const { rows } = await owner.query<{ name: string; column: string }>(
      `SELECT DISTINCT ON (table_name) table_name AS name, column_name AS "column" FROM information_schema.columns WHERE table_schema = 'decision_log'`,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tenants', 'streams', 'decisions', 'commands', 'subscriptions', 'checkpoints']),
    );
    for (const { name, column } of rows) {
      await denied(`INSERT INTO decision_log.${name} DEFAULT VALUES`);
      await denied(`UPDATE decision_log.${name} SET ${column} = ${column}`);
      await denied(`DELETE FROM decision_log.${name}`);
      await denied(`TRUNCATE decision_log.${name}`);
    }
    await denied('CREATE TABLE decision_log.mine ()');
    await denied('CREATE OR REPLACE FUNCTION decision_log.clock() RETURNS timestamptz LANGUAGE sql AS $$ SELECT now() $$');
  });

  it('is more than anybody else may', async () => {
    const { rows } = await owner.query<{ name: string; secured: boolean }>(
      `SELECT p.proname AS name, NOT has_function_privilege('public', p.oid, 'EXECUTE') AS secured FROM pg_proc p
       WHERE p.pronamespace = 'decision_log'::regnamespace`,
    );
    expect(rows.filter(({ secured }) => !secured)).toEqual([]);
    const fixed = await owner.query<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'decision_log'::regnamespace AND p.prosecdef
       AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog%pg_temp' OR c = 'search_path=pg_catalog')`,
    );
    expect(fixed.rows).toEqual([]);
  });

  it('does not reach a checkpoint that another session leads', async () => {
    await fresh.log.append(anAppend({ tenant: 'leader' }));
    await expect(fresh.pool.query("SELECT decision_log.checkpoint('relay', 'leader', 0, 1)")).rejects.toThrow(/does not lead/);
  });

  it('is checked by the function too: a call that contradicts itself is refused whole', async () => {
    const call = (appends: object) => fresh.pool.query('SELECT decision_log.append($1, $2, $3)', ['raw', ['project-1'], JSON.stringify([appends])]);
    const sound = {
      command: 'c',
      hash: 'ab'.repeat(32),
      occurredAt: new Date().toISOString(),
      retroactive: false,
      reads: [1],
      versions: [0],
      writes: [1],
      decisions: [],
    };
    await expect(call(sound)).rejects.toThrow(/1 decisions were announced and 0 given/);
    await expect(call({ ...sound, reads: [], versions: [] })).rejects.toThrow(/without saying which version/);
    expect((await call({ ...sound, reads: [7] })).rows).toMatchObject([{ append: { status: 'conflict' } }]);
    expect((await fresh.log.tenants()).map(({ tenant }) => tenant)).not.toContain('raw');
  });
});

describe('a recorded decision', () => {
  it('is changed or removed by nobody, not even the owner of the log', async () => {
    await fresh.log.append(anAppend({ tenant: 'kept' }));
    for (const sql of ['UPDATE decision_log.decisions SET data = data', 'DELETE FROM decision_log.decisions', 'TRUNCATE decision_log.decisions']) {
      await expect(owner.query(sql)).rejects.toThrow(/append-only/);
    }
  });

  it('gives itself away when it was tampered with by somebody who took the guard off', async () => {
    await fresh.log.append(anAppend({ tenant: 'tampered', data: [{ score: 2 }] }));
    expect(await faultsInLog(owner)).toEqual([]);
    await owner.query('ALTER TABLE decision_log.decisions DISABLE TRIGGER append_only');
    await owner.query(`UPDATE decision_log.decisions SET data = replace(data, '"score":2', '"score":5') WHERE tenant = 'tampered'`);
    expect(await faultsInLog(owner)).toEqual(['the data is not what the envelope attests: tampered 1']);
    await owner.query(`UPDATE decision_log.decisions SET occurred_at = occurred_at - interval '1 day' WHERE tenant = 'tampered'`);
    expect(await faultsInLog(owner)).toContain('the columns of a decision are not what its envelope says: tampered 1');
  });
});
