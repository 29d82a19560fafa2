import { anAppend, type FreshLog, faultsInLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { LogUnavailable } from './errors.ts';
import type { Append } from './port.ts';

let fresh: FreshLog;
/** The superuser: only he may end the connections of others. */
let saboteur: pg.Client;
beforeEach(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  const address = Object.assign(new URL(inject('servers').postgresUrl), { pathname: new URL(fresh.url).pathname });
  saboteur = new pg.Client({ connectionString: address.href });
  await saboteur.connect();
});
afterEach(async () => {
  await saboteur.end();
  await fresh.drop();
});

/** Every statement by which the function writes, and both sides of it. */
const moments = (
  [
    ['tenants', 'INSERT'],
    ['decisions', 'INSERT'],
    ['commands', 'INSERT'],
    ['streams', 'INSERT'],
    ['streams', 'UPDATE'],
    ['tenants', 'UPDATE'],
  ] as const
).flatMap(([table, statement]) => ['BEFORE', 'AFTER'].map((side) => ({ side, statement, table })));

/** What can go wrong there. A sequence counts how often, since it outlives the rollback; the connection is ended before anything further happens. */
const killed = 'PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60);';
const failures = {
  'the connection is killed': killed,
  'the statement fails': "RAISE EXCEPTION 'as if the disk were full' USING ERRCODE = 'disk_full';",
};

/** Makes the next `times` transactions fail at a moment. */
async function failAt({ side, statement, table }: (typeof moments)[number], failure: string, times: number): Promise<void> {
  await saboteur.query(`
    CREATE SEQUENCE public.failed;
    CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      IF nextval('public.failed') <= ${times} THEN ${failure} END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER fail ${side} ${statement} ON decision_log.${table} FOR EACH STATEMENT EXECUTE FUNCTION public.fail()`);
}

const failed = async () => Number((await saboteur.query<{ last_value: string }>('SELECT last_value FROM public.failed')).rows[0]?.last_value);
const mend = (table: string) =>
  saboteur.query(`DROP TRIGGER fail ON decision_log.${table}; DROP FUNCTION public.fail(); DROP SEQUENCE public.failed`);

async function contents(): Promise<unknown> {
  const tables = ['tenants', 'streams', 'decisions', 'commands'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push((await saboteur.query(`SELECT * FROM decision_log.${table} ORDER BY 1, 2`)).rows);
  return rows;
}

/** A group that touches two known streams and a new one, in the tenant that is there and in a new one. */
const group = (): readonly Append[] => [
  anAppend({ stream: 'project-1', at: 1, data: [1, 2] }),
  anAppend({ stream: 'project-new' }),
  anAppend({ stream: 'call-1', at: 1 }),
  anAppend({ tenant: 'a-new-one' }),
];

describe.each(Object.entries(failures))('when %s', (_, failure) => {
  it.each(moments)('once, $side the $statement on $table: each command is recorded once and answered', async (moment) => {
    await fresh.log.append(anAppend({ stream: 'project-1' }));
    await fresh.log.append(anAppend({ stream: 'call-1' }));
    await failAt(moment, failure, 1);
    const asked = group();
    const answers = await Promise.all(asked.map((each) => fresh.log.append(each)));
    expect(await failed()).toBeGreaterThan(1);
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 'appended'));
    expect(answers.map((answer) => 'decisions' in answer && answer.decisions[0]?.id)).toEqual(asked.map(({ decisions }) => decisions[0]?.id));
    expect((await fresh.log.tenants()).map(({ tenant, head }) => [tenant, head])).toEqual([
      ['a-new-one', 1],
      ['demonstration', 6],
    ]);
    expect(await faultsInLog(saboteur)).toEqual([]);
  });
});

describe('when PostgreSQL fails for as long as it is tried', () => {
  const inTheMiddleAndLast = moments.filter(
    ({ side, statement, table }) => side === 'AFTER' && `${statement} ${table}`.match(/INSERT decisions|UPDATE tenants/),
  );

  it.each(inTheMiddleAndLast)('$side the $statement on $table: nothing is recorded, the caller is told to try again, and may', async (moment) => {
    await fresh.log.append(anAppend({ stream: 'project-1' }));
    const before = await contents();
    await failAt(moment, killed, 1_000);
    const asked = anAppend({ tenant: 'a-new-one' });
    await expect(fresh.log.append(asked)).rejects.toThrow(LogUnavailable);
    expect(await contents()).toEqual(before);
    await mend(moment.table);
    expect(await fresh.log.append(asked)).toMatchObject({ status: 'appended', decisions: [{ position: 1, version: 1 }] });
    expect(await faultsInLog(saboteur)).toEqual([]);
  });

  it('on one command only, as if it brought PostgreSQL down each time: the others of its group are recorded', async () => {
    await saboteur.query(`
      CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
        ${killed}
        RETURN NULL;
      END $$;
      CREATE TRIGGER fail BEFORE INSERT ON decision_log.decisions FOR EACH ROW WHEN (NEW.type = 'poison') EXECUTE FUNCTION public.fail()`);
    const poison = anAppend({ stream: 'project-poison' });
    const asked = [anAppend({ stream: 'project-1' }), { ...poison, decisions: poison.decisions.map((each) => ({ ...each, type: 'poison' })) }];
    const [good, bad] = await Promise.allSettled(asked.map((each) => fresh.log.append(each)));
    expect(good).toMatchObject({ status: 'fulfilled', value: { status: 'appended' } });
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(LogUnavailable) });
    expect(await fresh.log.heads('demonstration', ['project-1', 'project-poison'])).toEqual({ 'project-1': 1, 'project-poison': 0 });
    expect(await faultsInLog(saboteur)).toEqual([]);
  });

  it('to take connections at all: appends and reads say so, and go on when it is back', async () => {
    const administrator = new pg.Client({ connectionString: inject('servers').postgresUrl });
    await administrator.connect();
    const database = new URL(fresh.url).pathname.slice(1);
    await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await administrator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE $2', [
      database,
      'jalon%',
    ]);
    const asked = anAppend();
    await expect(fresh.log.append(asked)).rejects.toThrow(LogUnavailable);
    await expect(fresh.log.heads('demonstration', ['project-1'])).rejects.toThrow(LogUnavailable);
    await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await administrator.end();
    expect(await fresh.log.append(asked)).toMatchObject({ status: 'appended' });
  });
});
