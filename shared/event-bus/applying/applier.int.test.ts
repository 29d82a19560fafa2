import type { LoggedDecision } from '@jalon/decision-log';
import { type FreshLog, freshLog } from '@jalon/testing';
import { Client, type PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { EventBus } from '../port.ts';
import { record } from '../testing/recording.ts';
import { silent } from '../testing/servers.ts';
import { Applier, type Effect } from './applier.ts';
import { follow } from './follow.ts';
import { appliedTables } from './tables.ts';

const TENANT = 'tenant-a';
const patience = { timeout: 20_000, interval: 20 };
let world: FreshLog;

/** An effect that can be counted: one row for each time that a decision is applied. */
const counting: Effect = {
  apply: async (tx, tenant, decisions) => {
    for (const { id, stream, version } of decisions) {
      await tx.query('INSERT INTO done (tenant, decision, stream, version) VALUES ($1, $2, $3, $4)', [tenant, id, stream, version]);
    }
  },
  forget: async (tx, tenant) => {
    await tx.query('DELETE FROM done WHERE tenant = $1', [tenant]);
  },
};

const applier = (effect: Effect = counting) => new Applier({ pool: world.pool, schema: 'counted', log: world.log, effect });
const done = async () => {
  const { rows } = await world.pool.query<{ decision: string; stream: string; version: number }>('SELECT * FROM counted.done ORDER BY place');
  return rows;
};
const ids = (decisions: readonly LoggedDecision[]) => decisions.map(({ id }) => id);
const asOwner = async (...queries: readonly string[]) => {
  const owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  for (const query of queries) await owner.query(query);
  await owner.end();
};
let offset = 0;
const place = () => ({ source: 'kafka:test/0', next: ++offset });

beforeEach(async () => {
  world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await asOwner(
    'CREATE SCHEMA counted',
    'SET search_path TO counted',
    appliedTables,
    'CREATE TABLE done (place serial, tenant text, decision text, stream text, version int)',
    'GRANT USAGE ON SCHEMA counted TO jalon_service',
    'GRANT ALL ON ALL TABLES IN SCHEMA counted TO jalon_service',
    'GRANT ALL ON ALL SEQUENCES IN SCHEMA counted TO jalon_service',
  );
});
afterEach(() => world.drop());

describe('applying decisions', () => {
  it('applies each decision once, though the bus brings it again', async () => {
    const decisions = await record(world.log, TENANT, 'organisation-a', 3);
    const { handle } = applier();
    await handle(decisions, place());
    await handle(decisions, place());
    await handle([...decisions.slice(1), ...(await record(world.log, TENANT, 'organisation-a', 1)), decisions[0]!], place());
    expect((await done()).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('reads from the log what the bus left out', async () => {
    const decisions = await record(world.log, TENANT, 'organisation-a', 5);
    const { handle } = applier();
    await handle(decisions.slice(0, 1), place());
    await handle(decisions.slice(4), place());
    expect((await done()).map(({ decision }) => decision)).toEqual(ids(decisions));
  });

  it('applies a batch wholly or not at all, so that a consumer that died in the middle neither loses nor repeats', async () => {
    const decisions = await record(world.log, TENANT, 'organisation-a', 4);
    const dying: Effect = {
      ...counting,
      apply: async (tx, tenant, fresh) => {
        await counting.apply(tx, tenant, fresh.slice(0, 2));
        throw new Error('killed in the middle');
      },
    };
    const progress = place();
    await expect(applier(dying).handle(decisions, progress)).rejects.toThrow('killed');
    expect(await done()).toEqual([]);
    expect(await applier().noted(progress.source)).toBeUndefined();
    await applier().handle(decisions, progress);
    expect((await done()).map(({ decision }) => decision)).toEqual(ids(decisions));
    expect(await applier().noted(progress.source)).toBe(progress.next);
  });

  it('applies once what two processes of a group are given at the same time', async () => {
    const decisions = [...(await record(world.log, TENANT, 'organisation-a', 20)), ...(await record(world.log, TENANT, 'organisation-b', 20))];
    const [one, other] = [applier(), applier()];
    await Promise.all([one.handle(decisions, place()), other.handle(decisions, place()), one.handle(decisions.slice(10), place()), other.catchUp()]);
    expect((await done()).map(({ decision }) => decision).sort()).toEqual(ids(decisions).sort());
  });

  it('reads from the log what it never got, and says how far it is', async () => {
    await record(world.log, TENANT, 'organisation-a', 3);
    await record(world.log, 'tenant-b', 'organisation-a', 2);
    const mine = applier();
    expect(await mine.standing()).toEqual([
      { tenant: TENANT, applied: 0, completeTo: 0, head: 3 },
      { tenant: 'tenant-b', applied: 0, completeTo: 0, head: 2 },
    ]);
    expect(await mine.catchUp()).toBe(5);
    expect(await mine.catchUp()).toBe(0);
    expect(await mine.standing()).toEqual([
      { tenant: TENANT, applied: 3, completeTo: 3, head: 3 },
      { tenant: 'tenant-b', applied: 2, completeTo: 2, head: 2 },
    ]);
  });

  it('tells those who wait, once the effect is there to be read', async () => {
    const ear = new Client({ connectionString: world.url });
    await ear.connect();
    const { promise: told, resolve } = Promise.withResolvers<number>();
    ear.on('notification', async () => resolve((await done()).length));
    await ear.query('LISTEN counted');
    await applier().handle(await record(world.log, TENANT, 'organisation-a', 2), place());
    expect(await told).toBe(2);
    await ear.end();
  });
});

describe('a log that lost decisions in a restore', () => {
  const newLife = () => asOwner(`UPDATE decision_log.tenants SET incarnation = 'second life' WHERE tenant = '${TENANT}'`);

  it('is applied again from its beginning', async () => {
    const before = await record(world.log, TENANT, 'organisation-a', 3);
    const mine = applier();
    await mine.handle(before, place());
    await newLife();
    const after = await record(world.log, TENANT, 'organisation-b', 1);
    await mine.handle(after, place());
    expect((await done()).map(({ decision }) => decision)).toEqual([...ids(before), ...ids(after)]);
    expect((await mine.standing())[0]).toMatchObject({ applied: 4, completeTo: 4, head: 4 });
  });

  it('is believed, and not what the bus still carries of its former life', async () => {
    const before = await record(world.log, TENANT, 'organisation-a', 2);
    await newLife();
    const lost = { ...before[1]!, version: 3, position: 3, id: '0199a000-0000-7000-8000-000000000000' };
    await applier().handle([...before, lost], place());
    expect((await done()).map(({ decision }) => decision)).toEqual(ids(before));
  });
});

describe('a broker that several Jalons share', () => {
  it('brings decisions of other logs, which are passed over', async () => {
    const mine = await record(world.log, TENANT, 'organisation-a', 1);
    const other = await freshLog({ postgresUrl: inject('servers').postgresUrl });
    const namesake = await record(other.log, TENANT, 'organisation-a', 3);
    const stranger = await record(other.log, 'tenant-of-others', 'organisation-a', 2);
    await other.drop();
    await applier().handle([...stranger, ...namesake, ...mine], place());
    expect((await done()).map(({ decision }) => decision)).toEqual(ids(mine));
  });
});

describe('following the bus', () => {
  const deaf: Pick<EventBus, 'consume'> = { consume: () => ({ stop: async () => undefined }) };

  it('has a net: what the bus does not bring is read from the log', async () => {
    await record(world.log, TENANT, 'organisation-a', 2);
    const following = follow({ bus: deaf, group: 'test', applier: applier(), logger: silent, netMs: 20 });
    await vi.waitFor(async () => expect(await done()).toHaveLength(2), patience);
    await record(world.log, TENANT, 'organisation-b', 2);
    await vi.waitFor(async () => expect(await done()).toHaveLength(4), patience);
    await following.stop();
  });

  it('goes on after PostgreSQL refused for a while', async () => {
    let refusals = 3;
    const hesitant: Effect = {
      ...counting,
      apply: async (tx: PoolClient, tenant, decisions) => {
        refusals -= 1;
        if (refusals > 0) throw new Error('no connection');
        await counting.apply(tx, tenant, decisions);
      },
    };
    await record(world.log, TENANT, 'organisation-a', 2);
    const following = follow({ bus: deaf, group: 'test', applier: applier(hesitant), logger: silent, netMs: 20 });
    await vi.waitFor(async () => expect(await done()).toHaveLength(2), patience);
    await following.stop();
  });
});
