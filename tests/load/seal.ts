import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TestServers } from '@jalon/infra/test-servers';
import {
  checkpointText,
  formatNote,
  growingTree,
  migrateSeal,
  newSealKey,
  nodeCrypto,
  proveDecision,
  replay,
  sealStore,
  signersOf,
  signNote,
  storedLog,
  treeHash,
  utf8,
} from '@jalon/seal';
import { type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { until } from '../system/until.ts';
import { percentile } from './measure.ts';

const TENANT = 'bench';
const root = join(import.meta.dirname, '../..');

/** How many a second, as the clock goes, and for each second that a core worked on it. */
export interface Rate {
  readonly perSecond: number;
  readonly perCoreSecond: number;
}

export interface SealFigures {
  readonly decisions: number;
  /** COPY that throws away what it reads, the verified replay, and the sealer catching up with an unsealed log. */
  readonly copied: Rate;
  readonly replayed: Rate;
  readonly sealing: Rate;
  /** What this process keeps in memory (bytes), garbage not counted: after a tenth of the replay, and at its end. */
  readonly memory: readonly [number, number];
  /** Leaves of the tree that proofs were made from, and how long one took (ms): as the clock goes, and on the core of this process. */
  readonly leaves: number;
  readonly proof: { readonly count: number; readonly p50: number; readonly p99: number; readonly core: number };
}

/** The figures of the seal: on a log of so many decisions, and on a tree of so many leaves. */
export async function sealFigures(
  { postgresUrl }: TestServers,
  { decisions, leaves }: { readonly decisions: number; readonly leaves: number },
  progress: (line: string) => void,
): Promise<SealFigures> {
  const fresh = await freshLog({ postgresUrl });
  try {
    await migrateSeal(fresh.ownerUrl);
    progress(`writing ${decisions} decisions`);
    await fill(fresh, decisions);
    progress('COPY out');
    const copied = await rateOf(decisions, () => copyOut(fresh.url));
    progress('verified replay');
    let memory: readonly [number, number] = [0, 0];
    const replayed = await rateOf(decisions, async () => {
      memory = await replayAll(fresh.url, decisions);
    });
    progress('the sealer, from the first decision');
    const sealing = await sealingRate(fresh, decisions);
    progress(`a tree of ${leaves} leaves`);
    const proof = await proofs(fresh, leaves);
    return { decisions, copied, replayed, sealing, memory, leaves, proof };
  } finally {
    await fresh.drop();
  }
}

/** Milliseconds that this process has worked. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function rateOf(count: number, work: () => Promise<void>): Promise<Rate> {
  const [begun, core] = [performance.now(), worked()];
  await work();
  return { perSecond: (count * 1_000) / (performance.now() - begun), perCoreSecond: (count * 1_000) / (worked() - core) };
}

async function asOwner(fresh: FreshLog, ...statements: readonly (readonly [string, ...unknown[]])[]): Promise<void> {
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  try {
    for (const [text, ...values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Decisions of the size that reviews have, as the log would hold them; written by the owner, since what is measured is how they are read. */
const FILL = `
INSERT INTO decision_log.decisions (tenant, position, stream, version, id, type, shape_version, command_id, occurred_at, recorded_at, envelope, data, salt)
SELECT $1::text, p, s.stream, s.version, id, 'revised', 1, 'person:ana:' || p, now, now,
  concat('{"actor":{"id":"0198c0de-ana","kind":"person"},"authorisation":["project-holder-drafts"],"command":{"id":"person:ana:', p,
         '","name":"revise-application"},"dataDigest":"sha256:', encode(sha256(salt || convert_to(data, 'UTF8')), 'hex'), '","id":"', id,
         '","incarnation":"', $2::text, '","occurredAt":"2027-03-01T09:00:00.000Z","policyVersion":3,"position":', p,
         ',"recordedAt":"2027-03-01T09:00:00.000Z","ruleVersion":1,"shapeVersion":1,"stream":"', s.stream, '","tenant":"', $1::text,
         '","type":"revised","version":', s.version, '}'), data, salt
FROM generate_series($3::bigint, $4::bigint) p
CROSS JOIN LATERAL (SELECT 'project-' || (p % 1000) AS stream, ((p - 1) / 1000 + 1)::integer AS version) s
CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id, decode(md5(p::text), 'hex') AS salt,
                           '{"data":{"summary":"' || repeat('Un projet fictif. ', 20) || p || '"}}' AS data,
                           '2027-03-01T09:00:00Z'::timestamptz AS now) d`;

async function fill(fresh: FreshLog, decisions: number): Promise<void> {
  const incarnation = '00000000-0000-4000-8000-000000000000';
  const parts: (readonly [string, ...unknown[]])[] = [];
  for (let from = 1; from <= decisions; from += 100_000) parts.push([FILL, TENANT, incarnation, from, Math.min(from + 99_999, decisions)]);
  await asOwner(
    fresh,
    ['INSERT INTO decision_log.tenants (tenant, head, last_recorded_at, incarnation) VALUES ($1, $2, now(), $3)', TENANT, decisions, incarnation],
    ...parts,
    ['VACUUM ANALYZE decision_log.decisions'],
  );
}

/** The limit: what a reader gets that looks at nothing. */
async function copyOut(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const select = `SELECT envelope, data, salt FROM decision_log.decisions WHERE tenant = '${TENANT}' ORDER BY position`;
  try {
    for await (const chunk of client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`))) void chunk;
  } finally {
    await client.end();
  }
}

/** Bytes that this process holds on to, once what it does not is thrown away. */
function kept(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function replayAll(url: string, decisions: number): Promise<readonly [number, number]> {
  const replayed = replay({ tenant: TENANT, whole: true });
  let early = 0;
  for await (const page of storedLog(url, TENANT)) {
    for (const stored of page) {
      const found = replayed.add(stored);
      if (found) throw new Error(found.what);
    }
    if (early === 0 && replayed.tree.size() > decisions / 10) early = kept();
  }
  if (replayed.tree.size() !== decisions) throw new Error(`${replayed.tree.size()} decisions were read.`);
  return [early, kept()];
}

/** The sealer as it runs, a process of its own, from an unsealed log to a checkpoint over all of it. */
async function sealingRate(fresh: FreshLog, decisions: number): Promise<Rate> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-bench-'));
  const store = sealStore(fresh.pool);
  const env = {
    ...process.env,
    JALON_DATABASE_URL: fresh.url,
    JALON_OIDC_ISSUER: 'http://127.0.0.1:1',
    JALON_COMMAND_KEY: 'a key of the bench only',
    JALON_SEAL_KEY: newSealKey(),
    JALON_SEAL_FOLDER: folder,
    JALON_LOG_LEVEL: 'error',
  };
  const sealedTo = async () => {
    const log = await store.logOf(TENANT);
    return (log && (await store.latest(log))?.size) ?? 0;
  };
  const sealer = spawn(process.execPath, [join(root, 'services/sealer/main.ts')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    await until('the sealer begins', async () => (await sealedTo()) > 0, 60_000);
    const [first, begun, core] = [await sealedTo(), performance.now(), coreOf(sealer)];
    await until('all is sealed', async () => (await sealedTo()) === decisions, 600_000);
    const count = (decisions - first) * 1_000;
    return { perSecond: count / (performance.now() - begun), perCoreSecond: count / (coreOf(sealer) - core) };
  } finally {
    sealer.kill();
    await once(sealer, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that a process has worked, as Linux tells them (proc(5): utime and stime, in hundredths of a second); elsewhere nobody does. */
function coreOf({ pid }: ChildProcess): number {
  try {
    const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/ (?![^(]*\))/);
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const PART = 100_000;

/** Proofs of leaves all over a tree whose leaves stand for decisions, made as the API makes them. */
async function proofs(fresh: FreshLog, leaves: number): Promise<SealFigures['proof']> {
  const tenant = 'synthetic';
  await asOwner(fresh, ['INSERT INTO decision_log.tenants (tenant, head) VALUES ($1, $2)', tenant, leaves]);
  const store = sealStore(fresh.pool);
  const log = await store.openLog({ tenant, incarnation: 'synthetic', origin: `jalon.example/${tenant}` });
  const hashing = treeHash(nodeCrypto.sha256);
  const tree = growingTree(hashing);
  const signers = signersOf(newSealKey())(log.origin);
  for (let seen = 0; seen < leaves; seen = tree.size()) {
    while (tree.size() < Math.min(seen + PART, leaves)) tree.append(hashing.leaf(utf8(String(tree.size()))));
    const head = { size: tree.size(), root: tree.root() };
    await store.extend(log, seen, head, formatNote(signNote(checkpointText({ origin: log.origin, ...head }), signers)), tree.grown());
  }
  const extra = utf8(JSON.stringify({ envelope: 'x'.repeat(700) }));
  const took: number[] = [];
  let core = worked();
  for (let round = -500; round < 5_000; round += 1) {
    // A multiplicative hash spreads the positions over the tree, the same in each run.
    const position = 1 + (((round + 500) * 2_654_435_761) % leaves);
    if (round === 0) core = worked();
    const begun = performance.now();
    await proveDecision(store, log, { position, size: leaves, extra });
    if (round >= 0) took.push(performance.now() - begun);
  }
  return { count: took.length, p50: percentile(took, 0.5), p99: percentile(took, 0.99), core: (worked() - core) / took.length };
}
