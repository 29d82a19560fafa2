import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { migrateReadModels, rebuild } from '@jalon/read-models';
import { migrateSeal, newSealKey, sealStore, textOfCheckpoint } from '@jalon/seal';
import { type Sealed, sealNow, startTimeStamping, type TimeStamping } from '@jalon/seal/testing';
import { requestTimeStamp } from '@jalon/seal/time-stamps';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Failure } from '../failure.ts';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { demonstration } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import { files, type Line } from './bundle.ts';
import { exportLog } from './export.ts';
import { fsck } from './fsck.ts';
import { streamsOf } from './programme-streams.ts';
import { proveOne } from './prove.ts';
import { verify } from './verify.ts';

const KEY = 'a key for the demonstration';
const TENANT = 'demonstration';
const pem = newSealKey();
let fresh: FreshLog;
let sealed: Sealed;
let folder: string;
let bundle: string;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateSeal(fresh.ownerUrl);
  await migrateReadModels(fresh.ownerUrl);
  await importFolder(demonstration(), { ...doorOf(fresh.log, KEY, await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
  sealed = await sealNow(fresh.pool, TENANT, pem);
  folder = await mkdtemp(join(tmpdir(), 'jalon-seal-'));
  bundle = await exported('bundle');
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

async function exported(name: string, more: Partial<Parameters<typeof exportLog>[0]> = {}): Promise<string> {
  const out = join(folder, name);
  await exportLog({
    databaseUrl: fresh.url,
    store: sealStore(fresh.pool),
    tenant: TENANT,
    out,
    others: 'envelopes',
    progress: () => undefined,
    ...more,
  });
  return out;
}

async function createProgramme(id: string, name: string): Promise<void> {
  const { status } = await doorOf(fresh.log, KEY).handle({
    tenant: TENANT,
    kind: 'programme',
    id,
    name: 'create-programme',
    input: { name: { fr: name, en: name } },
    actor: { kind: 'import', id: 'operator' },
    commandId: `import:operator:${id}`,
  });
  expect(status).toBe('recorded');
}

const trusting = () => ({ keys: [sealed.key] });
const lines = async (at: string) => (await readFile(join(at, files.decisions), 'utf8')).trimEnd().split('\n');

/** What `verify` says of a copy of the export to which this was done. */
async function after(
  change: (copy: string) => unknown,
  of = bundle,
  options: Parameters<typeof verify>[1] = trusting(),
): Promise<Record<string, unknown>> {
  const copy = await mkdtemp(join(folder, 'copy-'));
  await cp(of, copy, { recursive: true });
  await change(copy);
  try {
    await verify(copy, options);
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, message: error.message, ...error.details };
    throw error;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  return { code: 'verified' };
}

const editLines = (edit: (all: string[]) => readonly string[]) => async (copy: string) =>
  writeFile(join(copy, files.decisions), `${edit(await lines(copy)).join('\n')}\n`);
const editLine = (number: number, edit: (line: Line) => unknown) =>
  editLines((all) => all.map((text, index) => (index === number - 1 ? JSON.stringify(edit(JSON.parse(text))) : text)));
const editJson = (file: string, edit: (value: Record<string, unknown>) => unknown) => async (copy: string) =>
  writeFile(join(copy, file), JSON.stringify(edit(JSON.parse(await readFile(join(copy, file), 'utf8')))));
const decisionAt = async (position: number) => (await fresh.log.readLog(TENANT, { after: position - 1, limit: 1 }))[0]!;

describe('an export', () => {
  it('verifies with nothing but its files and the key, and says when the key came with it', async () => {
    const { head } = (await fresh.log.tenants())[0]!;
    expect((await verify(bundle, trusting())).data).toMatchObject({ verified: true, size: head, signedBy: [sealed.key], keyGiven: true });
    const { lines: said } = await verify(bundle, { keys: [] });
    expect(said.join(' ')).toContain('That key came with the export');
  });

  it('of a programme has the data of what belongs to it, and shows that nothing else was left out', async () => {
    await createProgramme('elsewhere', 'not for this auditor');
    await sealNow(fresh.pool, TENANT, pem);
    const streams = await streamsOf(fresh.log, doorOf(fresh.log, KEY).loader(TENANT), TENANT, 'demonstration');
    const scope = { programme: 'demonstration', streams };
    const whole = await exported('programme', { scope });
    expect(await readFile(join(whole, files.decisions), 'utf8')).not.toContain('not for this auditor');
    expect((await verify(whole, trusting())).data).toMatchObject({ verified: true });
    const policies = JSON.parse(await readFile(join(whole, files.policies), 'utf8'));
    expect(policies.length).toBeGreaterThan(0);
    const own = await exported('own', { scope, others: 'hashes' });
    expect(await readFile(join(own, files.decisions), 'utf8')).not.toContain('programme-elsewhere');
    expect((await verify(own, trusting())).lines.join(' ')).toContain('came as hashes');
    expect(
      await after(
        editLine(3, ({ data: _, salt: __, ...rest }) => rest),
        whole,
      ),
    ).toMatchObject({ why: 'data-kept-back', position: 3 });
    expect(
      await after(
        editLines((all) => all.toSpliced(2, 1)),
        own,
      ),
    ).toMatchObject({ why: 'not-as-recorded' });
  });

  it('is written to no folder that holds something, and not before anything is sealed', async () => {
    await expect(exported('bundle')).rejects.toThrow('holds something already');
    await expect(exported('nobody', { tenant: 'nobody' })).rejects.toMatchObject({ code: 'not-sealed-yet' });
  });
});

describe('a tampered export', () => {
  it.each<readonly [string, (copy: string) => unknown, object]>([
    [
      'a changed envelope',
      editLine(5, (line) => ({ ...line, envelope: line.envelope.replace('"shapeVersion":', '"shapeversion":') })),
      { why: 'changed', position: 5 },
    ],
    ['changed data', editLine(5, (line) => ({ ...line, data: line.data?.replace(/.(.)\}$/, '$1 }') })), { why: 'changed', position: 5 }],
    ['another salt', editLine(5, (line) => ({ ...line, salt: '0'.repeat(32) })), { why: 'changed', position: 5 }],
    ['a removed decision', editLines((all) => all.toSpliced(4, 1)), { why: 'removed', position: 5 }],
    ['a removed last decision', editLines((all) => all.slice(0, -1)), { why: 'removed' }],
    ['an inserted decision', editLines((all) => all.toSpliced(4, 0, all[3]!)), { why: 'out-of-order', position: 4 }],
    [
      'a decision at the end',
      editLines((all) => [...all, JSON.stringify({ ...JSON.parse(all[0]!), position: all.length + 1 })]),
      { why: 'inserted' },
    ],
    ['reordered decisions', editLines((all) => all.with(4, all[5]!).with(5, all[4]!)), { why: 'removed', position: 5 }],
    [
      'decisions that swapped places',
      editLines((all) => all.with(4, all[5]!.replace('"position":6', '"position":5'))),
      { why: 'changed', position: 5 },
    ],
    ['a duplicated decision', editLines((all) => all.toSpliced(4, 0, all[4]!)), { why: 'out-of-order', position: 5 }],
    ['a policy that says something else', editJson(files.policies, (all) => (Array.isArray(all) ? all.slice(1) : all)), { why: 'policy-changed' }],
    [
      'a version that is not reached',
      editJson(files.manifest, (all) => ({ ...all, streams: { ...(all.streams as object), 'project-x': 1 } })),
      { why: 'removed' },
    ],
    ['a file that is cut', (copy) => truncate(join(copy, files.decisions), 5_000), { why: 'cut' }],
    ['a tile that is cut', (copy) => truncate(join(copy, 'log/tile/0/000'), 320), { why: 'cut' }],
    ['a tile that is gone', (copy) => rm(join(copy, 'log/tile/0/001')), { why: 'cut' }],
    ['a checkpoint that is cut', (copy) => truncate(join(copy, files.checkpoint), 40), { why: 'unreadable' }],
    ['a checkpoint that says another size', editText(files.checkpoint, (text) => text.replace(/\n(\d+)\n/, '\n1$1\n')), { why: 'wrong-signature' }],
    ['a folder that is no export', (copy) => rm(join(copy, files.manifest)), { why: 'cut' }],
  ])('is refused: %s', async (_, change, expected) => expect(await after(change)).toMatchObject({ code: 'not-verified', ...expected }));

  function editText(file: string, edit: (text: string) => string) {
    return async (copy: string) => writeFile(join(copy, file), edit(await readFile(join(copy, file), 'utf8')));
  }

  it('names the decision by its id', async () => {
    const { id } = await decisionAt(5);
    expect(await after(editLine(5, (line) => ({ ...line, data: `${line.data} ` })))).toMatchObject({
      decision: id,
      message: expect.stringContaining(id),
    });
  });

  it('is refused as a whole where its tree was made again: by the key, or by the checkpoint that was published', async () => {
    const forger = await freshLog({ postgresUrl: inject('servers').postgresUrl });
    try {
      await migrateSeal(forger.ownerUrl);
      const { head } = (await fresh.log.tenants()).find(({ tenant }) => tenant === TENANT)!;
      await forger.log.append(anAppend({ data: Array.from({ length: head }, (__, note) => ({ note })) }));
      const other = await sealNow(forger.pool, TENANT, newSealKey());
      const fork = await exported('fork', { databaseUrl: forger.url, store: sealStore(forger.pool) });
      expect(await after(() => undefined, fork)).toMatchObject({ why: 'wrong-key' });
      expect(await after(() => undefined, fork, { keys: [other.key] })).toEqual({ code: 'verified' });
      const newest = await exported('newest');
      const withOurCheckpoint = async (copy: string) => {
        await cp(join(newest, files.checkpoint), join(copy, files.checkpoint));
        await cp(join(newest, files.keys), join(copy, files.keys));
      };
      expect(await after(withOurCheckpoint, fork)).toMatchObject({ why: 'forked' });
    } finally {
      await forger.drop();
    }
  });

  it('never verifies with one bit changed in what proves it, and always says so plainly', async () => {
    const tiles = (await readdir(join(bundle, 'log/tile'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const proving = [files.decisions, files.checkpoint, ...tiles.map(({ parentPath, name }) => relative(bundle, join(parentPath, name)))];
    expect(tiles.length).toBeGreaterThan(2);
    const sizes = new Map(await Promise.all(proving.map(async (file) => [file, (await readFile(join(bundle, file))).length] as const)));
    const flips = fc.asyncProperty(
      fc.constantFrom(...proving),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.nat({ max: 7 }),
      async (file, share, bit) => {
        const said = await after(async (copy) => {
          const bytes = await readFile(join(copy, file));
          const at = Math.floor(share * sizes.get(file)!);
          bytes[at] = bytes[at]! ^ (1 << bit);
          await writeFile(join(copy, file), bytes);
        });
        expect(said).toMatchObject({ code: 'not-verified', message: expect.stringContaining('NOT VERIFIED') });
      },
    );
    await fc.assert(flips, { numRuns: 40 });
  });
});

describe('an export with time stamps', () => {
  const running: TimeStamping[] = [];
  const timeStamping = async () => {
    const started = await startTimeStamping();
    running.push(started);
    return started;
  };
  afterAll(() => Promise.all(running.map((one) => one[Symbol.asyncDispose]())));

  it('tells when its log was seen, by an authority that is trusted, and no other time', async () => {
    const [authority, stranger] = [await timeStamping(), await timeStamping()];
    const store = sealStore(fresh.pool);
    const { note, size } = (await store.latest(sealed.log))!;
    const { token, stamped } = await requestTimeStamp(authority.url, textOfCheckpoint(note));
    await store.addTimeStamp(sealed.log, { size, provider: authority.url, token, stampedAt: stamped.at });
    const whole = await exported('stamped');
    const [trusted, other] = [join(folder, 'authority.pem'), join(folder, 'stranger.pem')];
    await writeFile(trusted, authority.authority);
    await writeFile(other, stranger.authority);
    const { data } = await verify(whole, { ...trusting(), authorities: trusted });
    expect(data).toMatchObject({ stamps: [{ size, at: stamped.at.toISOString(), trusted: true }] });
    expect(await after(() => undefined, whole, { ...trusting(), authorities: other })).toMatchObject({ why: 'time-stamp' });
    expect(
      await after(
        editJson(files.timeStamps, (all) => (Array.isArray(all) ? all.map((one) => ({ ...one, token: 'AAAA' })) : all)),
        whole,
      ),
    ).toMatchObject({ why: 'time-stamp' });
    const ofAnother = (all: unknown) =>
      Array.isArray(all) ? all.map((one) => ({ ...one, checkpoint: one.checkpoint.replace(`\n${size}\n`, '\n1\n') })) : all;
    expect(await after(editJson(files.timeStamps, ofAnother), whole)).toMatchObject({ why: 'time-stamp' });
  });
});

describe('a hostile export', () => {
  const json = (file: string, value: unknown) => (copy: string) =>
    writeFile(join(copy, file), typeof value === 'string' ? value : JSON.stringify(value));

  it.each<readonly [string, (copy: string) => unknown, string]>([
    ['counts beyond all bounds', editJson(files.manifest, (all) => ({ ...all, size: 9_007_199_254_740_991 })), 'cut'],
    ['counts that are none', editJson(files.manifest, (all) => ({ ...all, size: -1 })), 'unreadable'],
    ['infinity', json(files.manifest, '{"size":1e999}'), 'unreadable'],
    ['a path of its own', editJson(files.manifest, (all) => ({ ...all, decisions: '../../../etc/passwd' })), 'unreadable'],
    ['a name that is a way out', editJson(files.manifest, (all) => ({ ...all, tenant: '../../..' })), 'not-as-recorded'],
    ['__proto__', json(files.manifest, '{"__proto__":{"format":"jalon-export/1"}}'), 'unreadable'],
    ['a link elsewhere', (copy) => rm(join(copy, files.decisions)).then(() => symlink('/etc/passwd', join(copy, files.decisions))), 'hostile'],
    ['a pipe', (copy) => rm(join(copy, files.decisions)).then(() => execFileSync('mkfifo', [join(copy, files.decisions)])), 'hostile'],
    [
      'a folder for a file',
      (copy) => rm(join(copy, files.decisions)).then(() => cp(join(copy, 'log'), join(copy, files.decisions), { recursive: true })),
      'hostile',
    ],
    ['a checkpoint of a terabyte', (copy) => truncate(join(copy, files.checkpoint), 2 ** 40), 'hostile'],
    ['a line without end', (copy) => writeFile(join(copy, files.decisions), 'x'.repeat(5_000_000)), 'hostile'],
    ['UTF-16', (copy) => writeFile(join(copy, files.decisions), Buffer.from(`\ufeff{"position":1}\n`, 'utf16le')), 'unreadable'],
    ['Latin-1', (copy) => writeFile(join(copy, files.decisions), Buffer.from('{"position":1,"envelope":"\u00e9"}\n', 'latin1')), 'unreadable'],
    ['an empty line', (copy) => appendFile(join(copy, files.decisions), '\n'), 'unreadable'],
    ['a million brackets', (copy) => writeFile(join(copy, files.decisions), `${'['.repeat(1_000_000)}\n`), 'unreadable'],
    ['a million brackets in a policy', json(files.policies, `${'['.repeat(1_000_000)}`), 'unreadable'],
    ['keys that are none', editJson(files.keys, (all) => ({ ...all, keys: [{ key: 'x', above: 0 }] })), 'unreadable'],
    ['no keys', editJson(files.keys, (all) => ({ ...all, keys: [] })), 'unreadable'],
    ['the keys of another log', editJson(files.keys, (all) => ({ ...all, origin: 'jalon.example/ville' })), 'another-log'],
    ['a checkpoint that is no text', (copy) => writeFile(join(copy, files.checkpoint), Buffer.alloc(500, 0xff)), 'unreadable'],
  ])('with %s is refused plainly', async (name, change, why) => {
    const options = name === 'keys that are none' ? { keys: [] } : trusting();
    expect([name, await after(change, bundle, options)]).toMatchObject([name, { code: 'not-verified', why }]);
  });

  it('is not even looked at without a folder or with a key that is none', async () => {
    await expect(verify(join(folder, 'nowhere'), { keys: [] })).rejects.toMatchObject({ code: 'wrong-usage' });
    await expect(verify(bundle, { keys: ['not a key'] })).rejects.toMatchObject({ code: 'wrong-usage' });
  });
});

describe('the proof of one decision', () => {
  it('verifies from its file alone, with what was decided where that was asked for', async () => {
    const decision = await decisionAt(7);
    const out = join(folder, 'one.tlog-proof');
    await proveOne(fresh.pool, TENANT, decision.id, { out, withData: true });
    const { data } = await verify(out, trusting());
    expect(data).toMatchObject({ verified: true, id: decision.id, position: 7, content: { data: decision.data } });
    await proveOne(fresh.pool, TENANT, decision.id, { out, withData: false });
    expect((await verify(out, trusting())).data).not.toHaveProperty('content');
    await expect(verify(out, { keys: [] })).rejects.toMatchObject({ code: 'wrong-usage' });
    const proof = await readFile(out, 'utf8');
    for (const [from, to] of [
      ['index 6', 'index 5'],
      ['extra ', 'extra A'],
      ['tlog-proof@v1', 'tlog-proof@v2'],
      ['demonstration\n', 'elsewhere\n'],
    ] as const) {
      await writeFile(out, proof.replace(from, to));
      await expect(verify(out, trusting())).rejects.toMatchObject({ code: 'not-verified' });
    }
  });

  it('is not to be had of a decision that there is not, or that no checkpoint holds', async () => {
    const withData = false;
    await expect(proveOne(fresh.pool, TENANT, 'nothing', { withData })).rejects.toMatchObject({ code: 'unknown-decision' });
    await createProgramme('later', 'Not sealed');
    const { head } = (await fresh.log.tenants())[0]!;
    await expect(proveOne(fresh.pool, TENANT, (await decisionAt(head)).id, { withData })).rejects.toMatchObject({ code: 'not-sealed-yet' });
  });
});

describe('fsck', () => {
  const check = () =>
    fsck({
      log: fresh.log,
      settings: { databaseUrl: fresh.url, ownerUrl: fresh.ownerUrl, commandKey: KEY, seal: { folder: join(folder, 'outside'), witnesses: [] } },
      pool: fresh.pool,
      progress: () => undefined,
    });

  it('finds views that do not say what the log says', async () => {
    await expect(check()).rejects.toMatchObject({
      code: 'not-verified',
      message: expect.stringContaining('decisions behind: see that the projector runs'),
    });
    await rebuild({ ownerUrl: fresh.ownerUrl, log: fresh.log });
    expect((await check()).lines.join(' ')).toContain('views are what the log gives');
    await fresh.pool.query(
      `UPDATE read_models.portfolio SET row = row || '{"stage": "ended"}' WHERE id = (SELECT min(id) FROM read_models.portfolio)`,
    );
    await expect(check()).rejects.toMatchObject({ message: expect.stringContaining('2 rows of portfolio') });
    await rebuild({ ownerUrl: fresh.ownerUrl, log: fresh.log });
  });

  it('finds a live log as it was recorded, and names the decision that was changed in the database', async () => {
    expect((await check()).lines.join(' ')).toContain('are as they were recorded, sealed up to');
    const { id } = await decisionAt(11);
    const owner = new pg.Client({ connectionString: fresh.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE decision_log.decisions DISABLE TRIGGER append_only');
    await owner.query(`UPDATE decision_log.decisions SET data = data || ' ' WHERE position = 11`);
    await expect(check()).rejects.toMatchObject({ code: 'not-verified', message: expect.stringContaining(id) });
    await owner.query(`UPDATE decision_log.decisions SET data = rtrim(data) WHERE position = 11`);
    await owner.query(`UPDATE decision_log.decisions SET envelope = replace(envelope, '"ruleVersion":1', '"ruleVersion":2') WHERE position = 11`);
    await expect(check()).rejects.toMatchObject({ message: expect.stringContaining('position 11 is not the one that was sealed') });
    await owner.query(`UPDATE decision_log.decisions SET envelope = replace(envelope, '"ruleVersion":2', '"ruleVersion":1') WHERE position = 11`);
    await owner.end();
    await check();
  });
});
