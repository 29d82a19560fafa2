import { setTimeout as wait } from 'node:timers/promises';
import type { DecisionLog, LoggedDecision, Subscription } from '@jalon/decision-log';
import { checkpointText, equal, formatNote, HASH_BYTES, signNote, TILE_WIDTH, tileWidth, utf8 } from '@jalon/seal';
import { Contradiction } from './contradiction.ts';
import { forked, hashing, type Opening, type OpenTree, openTree } from './open-tree.ts';

/** The name of the sealer's subscription; `/readyz` looks for it. */
export const SEAL_SUBSCRIPTION = 'seal';
/** So many decisions at most are sealed by one checkpoint. */
const BATCH = 2_000;
/** A tenant gets no more than five checkpoints a second, unless it is so far behind that batches are full. */
const APART_MS = 200;

export interface Sealing extends Opening {
  readonly log: Pick<DecisionLog, 'tenants' | 'subscribe' | 'readAll'>;
  readonly reporter: { readonly error: (fields: object, message: string) => void };
}

/**
 * Follows the log and seals what it says: each tenant's tree grows by the positions of its decisions, and a signed checkpoint follows within a second. A
 * tenant whose log contradicts what was published of it is not sealed any further, and an alarm says so; the others are.
 */
export function seal(sealing: Sealing): Subscription {
  const { log, store, reporter } = sealing;
  const trees = new Map<string, OpenTree>();
  const alarmed = new Set<string>();
  const sealedAt = new Map<string, number>();

  async function handle(batch: readonly LoggedDecision[], tenant: string): Promise<void> {
    const since = performance.now() - (sealedAt.get(tenant) ?? Number.NEGATIVE_INFINITY);
    if (batch.length < BATCH && since < APART_MS) await wait(APART_MS - since);
    try {
      const open = trees.get(tenant) ?? (await openTree(sealing, tenant));
      trees.delete(tenant); // it comes back when all went well; what failed half-way is opened anew
      if (open.log.incarnation !== batch.at(-1)?.incarnation) throw new Error(`The log of ${tenant} has begun a new life.`);
      const next = await extend(sealing, open, batch);
      trees.set(tenant, next);
      sealedAt.set(tenant, performance.now());
      if (alarmed.delete(tenant)) await store.clearAlarm(tenant);
    } catch (err) {
      if (err instanceof Contradiction) {
        alarmed.add(tenant);
        await store.raiseAlarm(tenant, err.message);
        reporter.error({ err, tenant }, 'the log contradicts what was published of it: the tenant is not sealed any further');
      }
      throw err;
    }
  }

  return log.subscribe({ name: SEAL_SUBSCRIPTION, from: 'beginning', batchSize: BATCH, handle });
}

/** Seals a batch: grows the tree, signs its head, and publishes both at once. */
async function extend(sealing: Sealing, open: OpenTree, batch: readonly LoggedDecision[]): Promise<OpenTree> {
  const { log, tree, signers } = open;
  const last = batch.at(-1)!.position;
  await compareSealed(sealing, open, batch);
  let owed = grow(open, open.owed, batch);
  // What the subscription had passed before the tree was lost is read again from the log.
  if (tree.size() < last) for await (const page of sealing.log.readAll(log.tenant, tree.size())) owed = grow(open, owed, page);
  if (owed || tree.size() === open.published) return { ...open, owed };
  const head = { size: tree.size(), root: tree.root() };
  const note = formatNote(signNote(checkpointText({ origin: log.origin, ...head }), signers));
  if (!(await sealing.store.extend(log, open.published, head, note, tree.grown()))) throw new Error(`Somebody else seals ${log.origin}.`);
  await sealing.outside.write(log.origin, note);
  return { log, signers, tree, published: head.size, owed };
}

/** Adds what follows the tree, and gives what is still owed: at the size of a published checkpoint the tree has to have its root. */
function grow({ log, tree }: OpenTree, owed: OpenTree['owed'], decisions: readonly LoggedDecision[]): OpenTree['owed'] {
  let still = owed;
  for (const { position, envelope } of decisions) {
    if (position !== tree.size() + 1) continue;
    tree.append(hashing.leaf(utf8(envelope)));
    if (still?.size !== position) continue;
    if (!equal(tree.root(), still.root)) throw forked(log, position);
    still = undefined;
  }
  return still;
}

/** What comes again, because the subscription was moved back or lost its place, has to be what was sealed. */
async function compareSealed({ store }: Sealing, { log, published }: OpenTree, batch: readonly LoggedDecision[]): Promise<void> {
  const again = batch.filter(({ position }) => position <= published);
  if (again.length === 0) return;
  const indexes = new Set(again.map(({ position }) => Math.floor((position - 1) / TILE_WIDTH)));
  const tiles = await store.tiles(
    log,
    [...indexes].map((index) => ({ level: 0, index, width: tileWidth(0, index, published) })),
  );
  for (const { position, envelope } of again) {
    const at = ((position - 1) % TILE_WIDTH) * HASH_BYTES;
    const sealed = tiles(0, Math.floor((position - 1) / TILE_WIDTH)).subarray(at, at + HASH_BYTES);
    if (!equal(sealed, hashing.leaf(utf8(envelope)))) throw forked(log, position);
  }
}
