import { anAppend, type FreshLog, freshLog, until } from '@jalon/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DecisionLog, LoggedDecision, Subscribe, Subscription } from './port.ts';

let fresh: FreshLog;
beforeEach(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
});
afterEach(() => fresh.drop());

/** Ends the connection of whoever leads a subscription, or of all that follow it. */
async function killFollowers(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('servers').postgresUrl });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2', [
    new URL(fresh.url).pathname.slice(1),
    `jalon subscription ${name}`,
  ]);
  await client.end();
}

const note = (tenant: string, log: DecisionLog = fresh.log) => log.append(anAppend({ tenant, stream: 'register-notes', at: 'any' }));
const times = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const lagOf = async (name: string, tenant: string) => (await fresh.log.lags()).find((lag) => lag.name === name && lag.tenant === tenant);
const isCaughtUp = async (name: string) => {
  const lags = (await fresh.log.lags()).filter((lag) => lag.name === name);
  return lags.length > 0 && lags.every(({ behind }) => behind === 0);
};

/** What a handler was given and handled, by tenant, in order. */
class Handled {
  readonly batches: { readonly tenant: string; readonly positions: readonly number[] }[] = [];
  readonly add = async (batch: readonly LoggedDecision[], tenant: string): Promise<void> => {
    this.batches.push({ tenant, positions: batch.map(({ position }) => position) });
  };
  of(tenant: string): readonly number[] {
    return this.batches.filter((batch) => batch.tenant === tenant).flatMap(({ positions }) => positions);
  }
  count(): number {
    return this.batches.reduce((sum, { positions }) => sum + positions.length, 0);
  }
  /** Whether a batch began after what was handled so far, or had a hole in it. */
  skipped(tenant: string): boolean {
    let highest = 0;
    return this.batches
      .filter((batch) => batch.tenant === tenant)
      .some(({ positions }) => {
        const hole = positions[0]! > highest + 1 || positions.some((position, index) => position !== positions[0]! + index);
        highest = Math.max(highest, positions.at(-1)!);
        return hole;
      });
  }
}

describe('a subscriber', () => {
  it('is given what was recorded before and after it began, in order, one tenant at a time', async () => {
    for (const _ of times(5)) await note('lille');
    const handled = new Handled();
    fresh.log.subscribe({ name: 'relay', handle: handled.add, batchSize: 3 });
    await until('the past was handled', () => handled.count() === 5);
    for (const _ of times(4)) await Promise.all([note('lille'), note('arras')]);
    await until('all was handled', () => isCaughtUp('relay'));
    expect(handled.of('lille')).toEqual(times(9));
    expect(handled.of('arras')).toEqual(times(4));
    expect(handled.batches.every(({ positions }) => positions.length <= 3)).toBe(true);
  });

  it('goes on where it stopped, and another name has a place of its own', async () => {
    const first = new Handled();
    const subscription = fresh.log.subscribe({ name: 'relay', handle: first.add });
    for (const _ of times(3)) await note('lille');
    await until('all was handled', () => isCaughtUp('relay'));
    await subscription.stop();
    for (const _ of times(3)) await note('lille');
    expect(await lagOf('relay', 'lille')).toMatchObject({ position: 3, behind: 3, ageMs: expect.any(Number) });
    const second = new Handled();
    const other = new Handled();
    const again = await fresh.openAgain();
    again.subscribe({ name: 'relay', handle: second.add });
    again.subscribe({ name: 'seal', handle: other.add });
    await until('both have all', async () => (await isCaughtUp('relay')) && (await isCaughtUp('seal')));
    expect(first.of('lille')).toEqual([1, 2, 3]);
    expect(second.of('lille')).toEqual([4, 5, 6]);
    expect(other.of('lille')).toEqual(times(6));
    expect(await lagOf('relay', 'lille')).toMatchObject({ behind: 0, ageMs: 0 });
  });

  it('may begin at the end: it misses nothing from then on, nor anything of a tenant that comes later', async () => {
    for (const _ of times(3)) await note('lille');
    const handled = new Handled();
    const subscribe: Subscribe = { name: 'live', handle: handled.add, from: 'end' };
    const subscription = fresh.log.subscribe(subscribe);
    await until('it has a place', async () => (await lagOf('live', 'lille'))?.position === 3);
    await subscription.stop();
    await Promise.all([note('lille'), note('arras')]);
    fresh.log.subscribe(subscribe);
    await until('the rest was handled', () => handled.count() === 2);
    expect([handled.of('lille'), handled.of('arras')]).toEqual([[4], [1]]);
  });

  it('is given a batch again until it handles it, and meanwhile nothing after it; other tenants do not wait', async () => {
    for (const _ of times(4)) await Promise.all([note('lille'), note('arras')]);
    const handled = new Handled();
    let mended = false;
    let thrown = 0;
    fresh.log.subscribe({
      name: 'relay',
      batchSize: 2,
      handle: async (batch, tenant) => {
        if (tenant === 'arras' && !mended && batch.some(({ position }) => position === 3)) {
          thrown += 1;
          throw new Error('Kafka does not answer');
        }
        await handled.add(batch, tenant);
      },
    });
    await until('it failed three times and the other tenant was served', () => thrown >= 3 && handled.of('lille').length === 4);
    expect(handled.of('arras')).toEqual([1, 2]);
    expect(await lagOf('relay', 'arras')).toMatchObject({ position: 2, behind: 2 });
    mended = true;
    await until('all was handled', () => isCaughtUp('relay'));
    expect(handled.of('arras')).toEqual([1, 2, 3, 4]);
  });

  it('never skips or reorders: three tenants, two processes, handlers that throw, leaders that are killed, restarts', async () => {
    const tenants = ['lille', 'arras', 'amiens'];
    const perTenant = 300;
    const second = await fresh.openAgain();
    const handled = new Handled();
    let calls = 0;
    const handle = async (batch: readonly LoggedDecision[], tenant: string) => {
      calls += 1;
      if (calls % 7 === 0) throw new Error('did not work this time');
      await new Promise(setImmediate);
      await handled.add(batch, tenant);
      if (calls % 13 === 0) throw new Error('worked, and failed to say so');
    };
    const subscribe: Subscribe = { name: 'relay', handle, batchSize: 10 };
    let one: Subscription = fresh.log.subscribe(subscribe);
    second.subscribe(subscribe);

    const writing = tenants.map(async (tenant) => {
      for (let left = perTenant; left > 0; left -= 10) await Promise.all(times(10).map(() => note(tenant)));
    });
    for (const share of [0.1, 0.3, 0.5, 0.7]) {
      await until('a further part was handled', () => handled.count() >= share * perTenant * tenants.length);
      await killFollowers('relay');
    }
    await one.stop();
    await until('the other one goes on', () => handled.count() >= 0.8 * perTenant * tenants.length);
    one = fresh.log.subscribe(subscribe);
    await Promise.all(writing);
    await until('all was handled', () => isCaughtUp('relay'));
    await Promise.all([one.stop(), second.close()]);

    for (const tenant of tenants) {
      expect(handled.skipped(tenant)).toBe(false);
      expect([...new Set(handled.of(tenant))].sort((a, b) => a - b)).toEqual(times(perTenant));
    }
  });
});

describe('the leader of a subscription', () => {
  it('is one; when its connection is lost another takes over, and the deposed one moves nothing', async () => {
    for (const _ of times(2)) await note('lille');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = new Handled();
    fresh.log.subscribe({
      name: 'relay',
      handle: async (batch, tenant) => {
        await slow.add(batch, tenant);
        await held;
      },
    });
    await until('the first one leads', () => slow.count() === 2);
    const next = new Handled();
    const second = await fresh.openAgain();
    second.subscribe({ name: 'relay', handle: next.add });
    await killFollowers('relay');
    await until('the second one took over', () => next.count() === 2);
    await until('its place is kept', () => isCaughtUp('relay'));
    await fresh.log.rewind('relay', 'lille', 1);
    await second.close();
    expect(await lagOf('relay', 'lille')).toMatchObject({ position: 1 });
    release(); // its batch reached to 2, but it lost the lead: it begins again from the checkpoint
    await until('the first one leads again', () => isCaughtUp('relay'));
    expect(slow.batches.map(({ positions }) => positions)).toEqual([[1, 2], [2]]);
  });

  it('finds its way back when PostgreSQL was away', async () => {
    const handled = new Handled();
    fresh.log.subscribe({ name: 'relay', handle: handled.add });
    await note('lille');
    await until('it leads', () => handled.count() === 1);
    const administrator = new pg.Client({ connectionString: inject('servers').postgresUrl });
    await administrator.connect();
    const database = new URL(fresh.url).pathname.slice(1);
    await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await killFollowers('relay');
    await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await administrator.end();
    await note('lille');
    await until('it follows again', () => handled.count() === 2);
    expect(handled.of('lille')).toEqual([1, 2]);
  });
});

describe('rewinding a subscription', () => {
  it('feeds it again from there, also while it is handling', async () => {
    for (const _ of times(4)) await note('lille');
    const handled = new Handled();
    let rewound = false;
    fresh.log.subscribe({
      name: 'relay',
      batchSize: 2,
      handle: async (batch, tenant) => {
        await handled.add(batch, tenant);
        if (rewound || batch[0]?.position !== 3) return;
        rewound = true;
        await fresh.log.rewind('relay', 'lille', 1);
      },
    });
    await until('all was handled', () => isCaughtUp('relay'));
    expect(handled.of('lille')).toEqual([1, 2, 3, 4, 2, 3, 4]);
    await fresh.log.rewind('relay', 'lille', 0);
    await until('all was handled once more', async () => handled.count() === 11 && (await isCaughtUp('relay')));
    expect(handled.of('lille').slice(7)).toEqual([1, 2, 3, 4]);
  });

  it('only goes back', async () => {
    for (const _ of times(2)) await note('lille');
    await expect(fresh.log.rewind('nobody', 'lille', 2)).rejects.toThrow(/can only be moved back/);
  });
});
