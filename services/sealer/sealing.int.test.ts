import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subscription } from '@jalon/decision-log';
import {
  consistencyRanges,
  copiesIn,
  formatKey,
  goesOn,
  keysFrom,
  migrateSeal,
  newSealKey,
  nodeCrypto,
  openCheckpoint,
  parseKey,
  proveInclusion,
  proveRanges,
  type SealStore,
  sealStore,
  signersOf,
  textOfCheckpoint,
  utf8,
} from '@jalon/seal';
import { startTimeStamping } from '@jalon/seal/testing';
import { certificatesOf, verifyTimeStamp } from '@jalon/seal/time-stamps';
import { includes, treeHash } from '@jalon/seal/verify';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { patrol } from './patrol.ts';
import { SEAL_SUBSCRIPTION, seal } from './sealing.ts';
import { stampLatest } from './stamp.ts';

const TENANT = 'demonstration';
const origin = 'jalon.example/demonstration';
const patience = { timeout: 30_000, interval: 30 };
const hashing = treeHash(nodeCrypto.sha256);
const key = newSealKey();

let world: FreshLog;
let store: SealStore;
let folder: string;
let running: Subscription[];
let reported: string[];
beforeEach(async () => {
  world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateSeal(world.ownerUrl);
  store = sealStore(world.pool);
  folder = await mkdtemp(join(tmpdir(), 'jalon-sealer-'));
  running = [];
  reported = [];
});
afterEach(async () => {
  for (const each of running) await each.stop();
  await world.drop();
  await rm(folder, { recursive: true, force: true });
});

const work = (pem = key) => ({
  log: world.log,
  store,
  outside: copiesIn(folder),
  signersFor: signersOf(pem),
  host: 'jalon.example',
  reporter: { error: (_: object, message: string) => reported.push(message) },
});

function sealing(pem = key): Subscription {
  const subscription = seal(work(pem));
  running.push(subscription);
  return subscription;
}

async function decide(count: number, stream: string): Promise<void> {
  const data = Array.from({ length: count }, (_, index) => ({ note: `${stream} ${index}` }));
  expect((await world.log.append(anAppend({ stream, at: 'any', data }))).status).toBe('appended');
}

const sealedTo = (size: number) =>
  vi.waitFor(async () => {
    const log = await store.logOf(TENANT);
    expect((log && (await store.latest(log)))?.size).toBe(size);
    return log!;
  }, patience);

/** What whoever can do everything in the database does to it. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  try {
    for (const text of statements) await client.query(text);
  } finally {
    await client.end();
  }
}

const changeDecision = (position: number) => [
  'ALTER TABLE decision_log.decisions DISABLE TRIGGER append_only',
  `UPDATE decision_log.decisions SET envelope = replace(envelope, 'noted', 'noteb') WHERE position = ${position}`,
  'ALTER TABLE decision_log.decisions ENABLE TRIGGER append_only',
];
const emptySeal = [
  'ALTER TABLE seal.logs DISABLE TRIGGER append_only',
  ...['keys', 'fragments', 'tiles', 'checkpoints'].flatMap((name) => [
    `ALTER TABLE seal.${name} DISABLE TRIGGER append_only`,
    `DELETE FROM seal.${name}`,
    `ALTER TABLE seal.${name} ENABLE TRIGGER append_only`,
  ]),
  'DELETE FROM seal.logs',
  'ALTER TABLE seal.logs ENABLE TRIGGER append_only',
];

describe('the sealer', () => {
  it('seals every decision where it stands in the log, so that each can be proved, and each checkpoint goes on from the one before', async () => {
    const trust = { origin, keys: signersOf(key)(origin).map((signer) => signer.key) };
    sealing();
    await decide(3, 'project-insite');
    const log = await sealedTo(3);
    const first = (await store.latest(log))!;
    for (let part = 0; part < 6; part += 1) await decide(100, `project-part-${part}`);
    await sealedTo(603);
    const last = (await store.latest(log))!;
    for (const { note, size } of [first, last]) expect(openCheckpoint(note, trust, nodeCrypto)).toMatchObject({ checkpoint: { size, origin } });
    const read = (tiles: Parameters<SealStore['tiles']>[1]) => store.tiles(log, tiles);
    expect(goesOn(first, last, await proveRanges(consistencyRanges(first.size, last.size), last.size, read, hashing), hashing)).toBe(true);
    for (const { position, envelope } of await world.log.readLog(TENANT, { after: 0, limit: 1_000 })) {
      const index = position - 1;
      const proof = await proveInclusion(index, last.size, read, hashing);
      expect(includes(last.root, last.size, { leaf: hashing.leaf(utf8(envelope)), index, proof }, hashing)).toBe(true);
    }
    expect(await readFile(join(folder, 'jalon%2Eexample%2Fdemonstration.checkpoint'), 'utf8')).toBe(last.note);
    expect(await patrol(work(), () => false)).toBe(1);
  });

  it('goes on where it stopped, tenants apart, and two of them make one tree', async () => {
    const before = sealing();
    await decide(300, 'project-insite');
    await sealedTo(300);
    await before.stop();
    await decide(5, 'project-brume');
    await world.log.append(anAppend({ tenant: 'ville' }));
    sealing();
    running.push(seal({ ...work(), log: await world.openAgain() }));
    await decide(2, 'project-brume');
    await sealedTo(307);
    await vi.waitFor(async () => expect((await store.logOf('ville'))?.origin).toBe('jalon.example/ville'), patience);
    expect(await vi.waitFor(async () => (await patrol(work(), () => false)) === 2 || Promise.reject(new Error('not yet')), patience)).toBe(true);
  });

  it('takes what it sealed already for granted only as long as it is the same', async () => {
    sealing();
    await decide(4, 'project-insite');
    await sealedTo(4);
    await world.log.rewind(SEAL_SUBSCRIPTION, TENANT, 0);
    await decide(1, 'project-insite');
    await sealedTo(5);
    await tamper(...changeDecision(2));
    await world.log.rewind(SEAL_SUBSCRIPTION, TENANT, 0);
    await decide(1, 'project-insite');
    await vi.waitFor(async () => expect((await store.alarms()).map(({ tenant }) => tenant)).toEqual([TENANT]), patience);
    expect(reported[0]).toContain('not sealed any further');
    await sealedTo(5);
  });

  it('finds at its next look what was changed after it was sealed', async () => {
    await decide(4, 'project-insite');
    const subscription = sealing();
    await sealedTo(4);
    await subscription.stop();
    await tamper(...changeDecision(2));
    expect(await patrol(work(), () => false)).toBe(0);
    expect((await store.alarms())[0]?.reason).toContain('changed, removed or inserted');
  });
});

describe('a tree that was made again over a changed log', () => {
  it('is refused, since it does not lead to the checkpoint kept outside the database', async () => {
    await decide(4, 'project-insite');
    const before = sealing();
    await sealedTo(4);
    await before.stop();
    await tamper(...changeDecision(2), ...emptySeal);
    sealing();
    await decide(1, 'project-insite');
    await vi.waitFor(async () => expect((await store.alarms())[0]?.reason).toContain('published checkpoint at 4 decisions'), patience);
    expect(await store.latest((await store.logOf(TENANT))!)).toBeUndefined();
  });

  it('is taken where the log is the same, and signed from the published size on only', async () => {
    await decide(4, 'project-insite');
    const before = sealing();
    await sealedTo(4);
    await before.stop();
    await tamper(...emptySeal);
    sealing();
    await decide(1, 'project-insite');
    const log = await sealedTo(5);
    expect((await store.covering(log, 1))?.size).toBe(5);
    expect(await store.alarms()).toEqual([]);
  });

  it('is refused over a log that lost decisions, until it is whole again', async () => {
    await decide(4, 'project-insite');
    const before = sealing();
    await sealedTo(4);
    await before.stop();
    const kept = (await readFile(join(folder, 'jalon%2Eexample%2Fdemonstration.checkpoint'), 'utf8')).replace('\n4\n', '\n9\n');
    expect(kept).toContain('\n9\n');
    await copiesIn(folder).write(origin, kept);
    expect(await patrol(work(), () => false)).toBe(0);
    expect((await store.alarms())[0]?.reason).toContain('none that its keys signed');
    await tamper('UPDATE decision_log.tenants SET head = 3');
    await copiesIn(folder).write(origin, kept.replace('\n9\n', '\n4\n'));
    expect(await patrol(work(), () => false)).toBe(0);
    expect((await store.alarms())[0]?.reason).toContain('holds 3 decisions, and 4 were sealed');
    await tamper('UPDATE decision_log.tenants SET head = 4');
    expect(await patrol(work(), () => false)).toBe(1);
    expect(await store.alarms()).toEqual([]);
  });

  it('has a name of its own where the log has begun a new life', async () => {
    await decide(4, 'project-insite');
    const before = sealing();
    await sealedTo(4);
    await before.stop();
    await tamper(`UPDATE decision_log.tenants SET incarnation = 'after-the-flood'`);
    sealing();
    await decide(1, 'project-insite');
    const log = await sealedTo(5);
    expect(log.origin).toBe(`${origin}/after-the-flood`);
  });
});

describe('a new key', () => {
  it('is vouched for by the one before, and refused where that does not', async () => {
    await decide(2, 'project-insite');
    const before = sealing();
    const log = await sealedTo(2);
    await before.stop();
    const next = newSealKey();
    const alone = sealing(next);
    await decide(1, 'project-insite');
    await vi.waitFor(async () => expect((await store.alarms())[0]?.reason).toContain('put the earlier key after the new one'), patience);
    await alone.stop();
    sealing(next + key);
    await sealedTo(3);
    const keys = await store.keys(log);
    const trusted = keysFrom([parseKey(keys[0]!.key, nodeCrypto.sha256)!], [keys[1]!.statement!], origin, nodeCrypto)!;
    expect(trusted.map(formatKey)).toEqual([...signersOf(key + next)(origin)].map((signer) => formatKey(signer.key)));
    const { note } = (await store.latest(log))!;
    expect(openCheckpoint(note, { origin, keys: trusted }, nodeCrypto)).toMatchObject({ checkpoint: { size: 3 } });
    expect(openCheckpoint(note, { origin, keys: [trusted[0]!] }, nodeCrypto)).toEqual({ problem: 'not-signed' });
  });
});

describe('a time-stamping authority', () => {
  it('stamps each checkpoint once, and one that does not answer is asked again', async () => {
    const authority = await startTimeStamping();
    onTestFinished(() => authority[Symbol.asyncDispose]());
    sealing();
    await decide(2, 'project-insite');
    const log = await sealedTo(2);
    const reporter = { warn: (_: object, message: string) => reported.push(message) };
    expect(await stampLatest({ log: world.log, store, url: 'http://127.0.0.1:1/', reporter })).toBe(0);
    expect(reported[0]).toContain('asked for again');
    expect(await stampLatest({ log: world.log, store, url: authority.url, reporter })).toBe(1);
    expect(await stampLatest({ log: world.log, store, url: authority.url, reporter })).toBe(0);
    const [stamp] = await store.timeStamps(log);
    const { note } = (await store.latest(log))!;
    expect((await verifyTimeStamp(stamp!.token, textOfCheckpoint(note), certificatesOf(authority.authority))).at).toEqual(stamp!.stampedAt);
  });
});

describe('what is sealed', () => {
  it('cannot be changed or removed by services, nor by the owner of the database in passing', async () => {
    sealing();
    await decide(1, 'project-insite');
    await sealedTo(1);
    for (const table of ['logs', 'tiles', 'fragments', 'checkpoints', 'keys']) {
      await expect(world.pool.query(`DELETE FROM seal.${table}`)).rejects.toThrow('permission denied');
      await expect(tamper(`DELETE FROM seal.${table}`)).rejects.toThrow('What is sealed stays');
    }
  });
});
