import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandHandler } from '@jalon/command-handling';
import { kafkaBus, migrateDelivery } from '@jalon/event-bus';
import { forgetAgain, keyEncryptionWith, migratePrivacy, type Privacy, privacyIn, registerIn } from '@jalon/privacy';
import { loggerFor, newId, systemClock } from '@jalon/runtime';
import { migrateSessions, sessionsIn } from '@jalon/sessions';
import { type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkKafka } from '../seal/fsck-kafka.ts';
import { doorOf } from '../system.ts';
import { type Erasing, erase } from './erase.ts';

const TENANT = 'region';
const KEY = 'a key of the tests, which seals nothing real';

let fresh: FreshLog;
let folder: string;
let privacy: Privacy;
let door: CommandHandler;
let erasing: Erasing;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  for (const migrate of [migratePrivacy, migrateSessions, migrateDelivery]) await migrate(fresh.ownerUrl);
  folder = await mkdtemp(join(tmpdir(), 'jalon-erase-'));
  privacy = privacyIn(fresh.pool, keyEncryptionWith([KEY]));
  door = doorOf(fresh.log, 'a key for a small world', privacy.seal);
  erasing = {
    log: fresh.log,
    door,
    privacy,
    forgetting: { pool: fresh.pool, privacy },
    register: registerIn(join(folder, 'register', 'erasures.jsonl')),
    mailFolder: join(folder, 'mail'),
    clock: systemClock,
    newId,
  };
  for (const id of ['authority', 'association']) await ask('organisation', id, 'register-organisation', { name: both('Nom'), administrator: 'ana' });
  await ask('programme', 'isr', 'create-programme', { name: both('ISR') });
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true });
});

const both = (text: string) => ({ fr: text, en: text });
async function ask(kind: string, id: string, name: string, input: unknown): Promise<void> {
  const actor = { kind: 'import', id: 'operator' } as const;
  const { status } = await door.handle({ tenant: TENANT, kind, id, name, input, actor, commandId: `import:operator:${newId()}` });
  if (status !== 'recorded') throw new Error(`${name}: ${status}`);
}
const signatory = (person: string, until?: string) => ({
  person,
  name: `Nom de ${person}`,
  contact: { email: `${person}@association.example` },
  power: 'legal',
  from: '2015-01-01',
  ...(until && { until }),
});
const asked = (subject: string) => erase(erasing, { tenant: TENANT, subject });

/** Everything that stands in the database. */
async function dump(): Promise<string> {
  const owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  const tables = await owner.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  const rows: string[] = [];
  for (const { name } of tables.rows)
    rows.push(...(await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows.map(({ row }) => row));
  await owner.end();
  return rows.join('\n');
}

describe('a person whom nothing holds', () => {
  it('is erased, with the answer in both languages, and nothing of them can be read any more', async () => {
    await ask('organisation', 'association', 'name-signatory', signatory('fay', '2016-01-01'));
    await sessionsIn({ pool: fresh.pool, clock: systemClock, idleMinutes: 60, longestMinutes: 600 }).begin({
      tenant: TENANT,
      person: 'fay',
      provider: 'p',
      subject: 's',
      displayName: 'Nom de fay',
      authenticatedAt: new Date(),
    });
    const { lines, data } = await asked('fay');
    expect(lines.join('\n')).toMatch(/person:fay is erased[\s\S]*toutes ces données[\s\S]*all of it can no longer be read/);
    expect(data).toMatchObject({ erased: ['person:fay', 'person:fay/contact'], holds: [], inPlain: [] });
    expect(await dump()).not.toMatch(/Nom de fay|fay@association/);
    expect((await fresh.log.readStream(TENANT, 'organisation-authority')).at(-1)).toMatchObject({
      type: 'erasure-answered',
      actor: { kind: 'process', id: 'erasure' },
    });
  });

  it('is told apart from one who was erased before, and from one of whom nothing is known', async () => {
    await expect(asked('fay')).rejects.toMatchObject({ code: 'already-erased', message: expect.stringContaining('was erased on') });
    await expect(asked('nobody')).rejects.toMatchObject({ code: 'unknown-subject', message: expect.stringContaining('Nothing is known') });
    await expect(asked('Not/An Id')).rejects.toMatchObject({ code: 'wrong-usage' });
  });

  it('stays erased when an older copy of the database is restored', async () => {
    const restored = await freshLog({ postgresUrl: inject('servers').postgresUrl });
    try {
      for (const migrate of [migratePrivacy, migrateSessions, migrateDelivery]) await migrate(restored.ownerUrl);
      const older = privacyIn(restored.pool, keyEncryptionWith([KEY]));
      const [name] = await older.seal(TENANT, [{ of: 'person:fay', text: 'Nom de fay' }]);
      expect(await forgetAgain({ pool: restored.pool, privacy: older }, erasing.register)).toBe(2);
      expect(await older.open(TENANT, [name])).toEqual([{ erased: true }]);
      expect(await forgetAgain({ pool: restored.pool, privacy: older }, erasing.register)).toBe(0);
    } finally {
      await restored.drop();
    }
  });
});

describe('what was passed on before', () => {
  it('holds nothing of the person, and the log and its proofs rest on the same bytes', async () => {
    await ask('organisation', 'association', 'name-signatory', signatory('gil', '2016-01-01'));
    const topic = `jalon.erasure.${newId()}`;
    const brokers = (inject('servers').kafkaBrokers ?? '').split(',');
    const bus = kafkaBus({
      brokers,
      origin: 'https://jalon.example',
      clientId: 'test',
      logger: loggerFor('test', { log: { level: 'silent', pretty: false } }),
      topic,
    });
    const before = await fresh.log.readLog(TENANT, { after: 0, limit: 10_000 });
    await bus.publish(before);
    await bus.close();
    await asked('gil');

    const after = await fresh.log.readLog(TENANT, { after: 0, limit: 10_000 });
    expect(after.slice(0, before.length).map(({ envelope, dataText }) => envelope + dataText)).toEqual(
      before.map(({ envelope, dataText }) => envelope + dataText),
    );
    // The topic is the log, byte for byte, and the log holds nothing of them.
    expect(await checkKafka({ brokers, pool: fresh.pool, heads: new Map([[TENANT, before.length]]), topic })).toMatchObject([{ wrong: [] }]);
    expect(await dump()).not.toMatch(/Nom de gil|gil@association/);
  });
});

describe('a person whom a hold keeps', () => {
  it('is told which, with its article, and loses surplus contacts alone', async () => {
    await ask('organisation', 'association', 'name-signatory', signatory('hal'));
    await expect(asked('hal')).rejects.toMatchObject({
      code: 'held',
      message: expect.stringMatching(/mandate of organisation-association \(Regulation \(EU\) 2021\/1060, article 82\(1\)\), without an end yet/),
      details: { erased: ['person:hal/contact'], answer: { fr: expect.arrayContaining([expect.stringContaining('CNIL')]) } },
    });
    const state = (await door.load(TENANT, 'organisation', 'association')).state as {
      signatories: { person: string; name: unknown; contact: { email: unknown } }[];
    };
    const { name, contact } = state.signatories.find(({ person }) => person === 'hal')!;
    expect(await privacy.open(TENANT, [name, contact.email])).toEqual([{ text: 'Nom de hal' }, { erased: true }]);
  });
});

describe('the address of a funder', () => {
  it('goes on request, with the mails that were written to it', async () => {
    const address = 'desk@funder.example';
    await ask('programme', 'isr', 'add-funder', { funder: 'region', name: both('Région'), kind: 'region', notify: { email: address } });
    await rm(join(folder, 'mail'), { recursive: true, force: true });
    await mkdir(join(folder, 'mail'));
    await writeFile(join(folder, 'mail', 'one.eml'), `To: ${address}\n\nBonjour`);
    await writeFile(join(folder, 'mail', 'two.eml'), 'To: other@funder.example\n\nBonjour');
    expect((await asked('programme-isr/region')).data).toMatchObject({ erased: ['programme-isr/region'], mailsRemoved: 1 });
    expect(await readFile(join(folder, 'mail', 'two.eml'), 'utf8')).toContain('other@funder.example');
    expect(await dump()).not.toContain(address);
  });

  it('that was recorded before there was sealing is named as what cannot be changed', async () => {
    const input = { funder: 'esf', name: both('FSE+'), kind: 'european', notify: { email: 'old@funder.example' } };
    const { version } = await door.load(TENANT, 'programme', 'isr');
    const id = newId();
    await fresh.log.append({
      tenant: TENANT,
      command: { id: 'import:operator:old', name: 'programme/add-funder', inputText: JSON.stringify(input), inputHash: new Uint8Array(32) },
      actor: { kind: 'import', id: 'operator' },
      authorisation: [],
      ruleVersion: 1,
      occurredAt: new Date().toISOString(),
      expected: { 'programme-isr': version },
      consulted: {},
      decisions: [{ id, stream: 'programme-isr', type: 'funder-added', shapeVersion: 1, data: input }],
    });
    const { lines, data } = await asked('programme-isr/esf');
    expect(data).toMatchObject({ inPlain: [id] });
    expect(lines.join('\n')).toContain('from before there was sealing');
  });
});
