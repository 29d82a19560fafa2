import type { DecisionLog } from '@jalon/decision-log';
import {
  copiesIn,
  equal,
  HASH_BYTES,
  nodeCrypto,
  openCheckpoint,
  type PublishedCheckpoint,
  parseKey,
  replay,
  type SealedLog,
  type SealStore,
  storedLog,
  TILE_WIDTH,
} from '@jalon/seal';
import type { Progress } from '../answer.ts';
import type { Checked } from './checked.ts';

export interface SealOf {
  readonly log: Pick<DecisionLog, 'tenants'>;
  readonly store: SealStore;
  readonly databaseUrl: string;
  /** Where the copies of the checkpoints outside the database are. */
  readonly folder: string;
  readonly progress: Progress;
}

/** Replays a tenant's whole log, and compares every leaf, and the root of the latest checkpoints, with what was sealed. */
export async function checkSeal(given: SealOf, tenant: string): Promise<Checked> {
  const { log, store, databaseUrl, progress } = given;
  const head = (await log.tenants()).find((one) => one.tenant === tenant)?.head ?? 0;
  const sealed = await store.logOf(tenant);
  const latest = sealed && (await store.latest(sealed));
  const wrong: string[] = [];
  const replayed = replay({ tenant, whole: true });
  const outside = sealed && (await copy(given, sealed, wrong));
  const leafAt = sealed && sealedLeaves(store, sealed, latest?.size ?? 0);
  for await (const page of storedLog(databaseUrl, tenant)) {
    for (const stored of page) {
      const found = replayed.add(stored);
      const position = replayed.tree.size();
      if (found) wrong.push(found.what);
      if (leafAt && position <= (latest?.size ?? 0) && !equal(await leafAt(position), replayed.leaf())) {
        wrong.push(`The decision ${found?.id ?? idOf(stored.prefixed)} at position ${position} is not the one that was sealed.`);
      }
      for (const [what, checkpoint] of [['latest checkpoint', latest] as const, ['checkpoint kept outside the database', outside] as const]) {
        if (checkpoint?.size === position && !equal(checkpoint.root, replayed.tree.root()))
          wrong.push(`The ${what}, at ${position} decisions, is that of another tree.`);
      }
      if (wrong.length >= MOST) return { part: 'log', tenant, looked: '', wrong: [...wrong, 'There is more; the first of these is where to look.'] };
    }
    progress(replayed.tree.size(), head);
  }
  const size = replayed.tree.size();
  for (const checkpoint of [latest, outside])
    if (checkpoint && checkpoint.size > size) wrong.push(`${checkpoint.size} decisions were sealed, and the log holds ${size}.`);
  if (sealed && latest && !(await isSigned(store, sealed, latest))) wrong.push('The latest checkpoint is not signed by the keys of the log.');
  const sealedTo = latest ? `sealed up to ${latest.size}` : 'nothing of it sealed yet';
  return { part: 'log', tenant, looked: `${size} decisions of ${replayed.streams.size} streams are as they were recorded, ${sealedTo}`, wrong };
}

/** So many faults are told; one that runs through the whole log is the same fault. */
const MOST = 20;

const idOf = (prefixed: Buffer): string =>
  /"id":"([0-9a-f-]{36})","incarnation"/.exec(prefixed.toString('utf8', 1))?.[1] ?? '(its id cannot be read)';

function sealedLeaves(store: SealStore, log: SealedLog, size: number): (position: number) => Promise<Uint8Array> {
  let index = -1;
  let hashes: Uint8Array = new Uint8Array(0);
  return async (position) => {
    const wanted = Math.floor((position - 1) / TILE_WIDTH);
    if (wanted !== index) {
      index = wanted;
      const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
      hashes = (await store.tiles(log, [{ level: 0, index, width }]))(0, index);
    }
    const at = ((position - 1) % TILE_WIDTH) * HASH_BYTES;
    return hashes.subarray(at, at + HASH_BYTES);
  };
}

const keysOf = async (store: SealStore, log: SealedLog) =>
  (await store.keys(log)).map(({ key }) => parseKey(key, nodeCrypto.sha256)).filter((key) => key !== undefined);

const isSigned = async (store: SealStore, log: SealedLog, { note }: PublishedCheckpoint): Promise<boolean> =>
  openCheckpoint(note, { origin: log.origin, keys: await keysOf(store, log) }, nodeCrypto).problem === undefined;

/** The checkpoint kept outside the database, where this machine has it. */
async function copy({ store, folder }: SealOf, log: SealedLog, wrong: string[]) {
  const note = await copiesIn(folder).read(log.origin);
  if (note === undefined) return undefined;
  const opened = openCheckpoint(note, { origin: log.origin, keys: await keysOf(store, log) }, nodeCrypto);
  if (opened.problem === undefined) return opened.checkpoint;
  wrong.push(`The copy of its checkpoint in ${folder} is none that its keys signed (${opened.problem}).`);
  return undefined;
}
