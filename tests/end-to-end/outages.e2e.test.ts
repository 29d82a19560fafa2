import { randomUUID } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsInLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, clientOf } from '../system/client.ts';
import { type Cuttable, cuttable } from '../system/cuttable.ts';
import { type System, startSystem } from '../system/system.ts';
import { until } from '../system/until.ts';

const name = { fr: 'Programme', en: 'Programme' };
let system: System;
let temporal: Cuttable;
let database: Cuttable;
let administrator: Client;

/** A funder is added: the simplest decision that can be taken any number of times. */
const addFunder = (funder: string, key: string = randomUUID()) =>
  administrator.ask('programmes/isr/add-funder', { funder, name, kind: 'other', notify: {} }, { 'idempotency-key': key });

beforeAll(async () => {
  const servers = inject('servers');
  if (!servers.temporalAddress) throw new Error(`These tests need Temporal: ${servers.missing.join(' ')}`);
  temporal = await cuttable(servers.temporalAddress);
  system = await startSystem({ ...servers, temporalAddress: temporal.address }, ['worker', 'relay', 'projector']);
  database = await cuttable(new URL(system.databaseUrl).host);
  const through = new URL(system.databaseUrl);
  through.host = database.address;
  await system.start('api', { JALON_DATABASE_URL: through.href });
  administrator = await clientOf(system, 'administrator');
  await administrator.decide('programmes/isr/create-programme', { name });
});
afterAll(async () => {
  await system?.[Symbol.asyncDispose]();
  temporal?.close();
  database?.close();
});

describe('while Temporal is away', () => {
  it('decisions are taken all the same, what lags is said, and the journeys catch up', async () => {
    await administrator.decide('programmes/isr/add-funder', { funder: 'region', name, kind: 'region', notify: {} });
    temporal.cut();
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
    const terms = {
      programme: 'isr',
      title: name,
      envelope: [{ funder: 'region', amount: 100_000_00 }],
      opensOn: today,
      closesOn: '2099-12-31',
      maxGrant: 100_00,
    };
    await administrator.decide('calls/autumn/draft-call', terms);
    await administrator.decide('calls/autumn/publish-call');
    await until('/readyz says that Temporal lags', async () => {
      const { parts } = (await (await fetch(`${system.url}/readyz`)).json()) as { parts: Record<string, { status: string }> };
      if (parts.temporal?.status !== 'lagging') throw new Error(JSON.stringify(parts));
      return true;
    });
    temporal.mend();
    await until('the process opened the call', async () =>
      (await system.log.readStream('demonstration', 'call-autumn')).some(({ type, actor }) => type === 'call-opened' && actor.kind === 'process'),
    );
  });
});

describe('while PostgreSQL is away', () => {
  it('every answer is 503 and says when to try again, and nothing acknowledged is lost', async () => {
    const before = await addFunder('before');
    database.cut();
    const during = await addFunder('during', 'the-same-key');
    expect(during.status).toBe(503);
    expect(Number(during.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(during.headers.get('content-type')).toContain('application/problem+json');
    expect((await fetch(`${system.url}/readyz`)).status).toBe(503);
    database.mend();
    await until('a decision is taken again', async () => [200, 201].includes((await addFunder('during', 'the-same-key')).status));
    const log = await system.log.readStream('demonstration', 'programme-isr');
    expect(before.status).toBe(201);
    expect(log.filter(({ type, data }) => type === 'funder-added' && (data as { funder: string }).funder === 'before')).toHaveLength(1);
    expect(log.filter(({ type, data }) => type === 'funder-added' && (data as { funder: string }).funder === 'during')).toHaveLength(1);
  });
});

describe('while histories are imported', () => {
  it('no journey acts on half of one, and what is due is done once they are whole', async () => {
    const folder = join(system.folder, 'archive');
    cpSync(new URL('../../infra/demonstration', import.meta.url), folder, { recursive: true });
    writeFileSync(join(folder, 'import.yaml'), 'tenant: elsewhere\ntimeZone: Europe/Paris\n');
    await system.jalon('import', folder);
    await until('the process acted', async () => (await actors('elsewhere')).includes('process'), 120_000);
    const order = await actors('elsewhere');
    expect(order.slice(0, order.indexOf('process'))).toEqual(Array(order.filter((kind) => kind === 'import').length).fill('import'));
  });
});

/** Who took each decision of a tenant, in the order of the log. */
async function actors(tenant: string): Promise<readonly string[]> {
  const log = await system.log.readLog(tenant, { after: 0, limit: 10_000 });
  return log.map(({ actor }) => actor.kind);
}

describe('when the API is killed under load', () => {
  it('what it had acknowledged is in the log once, and what is sent again is recorded once', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => `funder-${index}`);
    const first = keys.map((key) =>
      addFunder(key, key).then(
        ({ status }) => (status === 201 ? key : undefined),
        () => undefined,
      ),
    );
    expect(await first[40]).toBe('funder-40');
    await system.stop('api', 'SIGKILL');
    const acknowledged = (await Promise.all(first)).filter((key) => key !== undefined);
    await system.start('api');
    const again = await Promise.all(keys.map((key) => addFunder(key, key)));
    expect(again.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(keys.filter((key, index) => acknowledged.includes(key) && again[index]!.status !== 200)).toEqual([]);
    const owner = new pg.Client({ connectionString: system.ownerUrl });
    await owner.connect();
    expect(await faultsInLog(owner)).toEqual([]);
    await owner.end();
    const log = await system.log.readStream('demonstration', 'programme-isr');
    const added = log.flatMap(({ type, data }) => (type === 'funder-added' ? [(data as { funder: string }).funder] : []));
    expect(keys.filter((key) => added.filter((funder) => funder === key).length !== 1)).toEqual([]);
  });
});
