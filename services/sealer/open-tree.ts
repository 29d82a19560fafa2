import type { DecisionLog } from '@jalon/decision-log';
import type { OutsideCopies } from '@jalon/seal';
import {
  formatKey,
  formatNote,
  type GrowingTree,
  growingTree,
  type Head,
  nodeCrypto,
  parseCheckpoint,
  parseKey,
  parseNote,
  type SealedLog,
  type SealStore,
  type Signer,
  signNote,
  successionText,
  treeHash,
  verifyNote,
} from '@jalon/seal';
import { Contradiction } from './contradiction.ts';

export const hashing = treeHash(nodeCrypto.sha256);

export interface Opening {
  readonly log: Pick<DecisionLog, 'tenants'>;
  readonly store: SealStore;
  readonly outside: OutsideCopies;
  /** Who signs for a log, the present key first; those after it are being replaced by it. */
  readonly signersFor: (origin: string) => readonly Signer[];
  /** What origins begin with: the public host, without scheme. */
  readonly host: string;
}

/** A tenant's tree where it stands, ready to grow. */
export interface OpenTree {
  readonly log: SealedLog;
  readonly signers: readonly Signer[];
  readonly tree: GrowingTree;
  /** How many leaves of it are published. */
  readonly published: number;
  /** What was published and this database does not have: the tree has to lead there before anything is signed. */
  readonly owed: Head | undefined;
}

/**
 * The tree of a tenant as it was last sealed.
 * @throws {Contradiction} where the database, the copy outside it and the keys do not agree
 */
export async function openTree(opening: Opening, tenant: string): Promise<OpenTree> {
  const { store, outside, signersFor } = opening;
  const { log, decisions } = await lifeOf(opening, tenant);
  const signers = signersFor(log.origin);
  const latest = await store.latest(log);
  let tree: GrowingTree;
  try {
    tree = growingTree(hashing, latest && { head: latest, edge: await store.edge(log, latest.size) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Contradiction(`The tiles of ${log.origin} do not lead to its checkpoint at ${latest?.size} decisions: they were changed.`);
  }
  if (latest && latest.size > decisions) throw lost(log, latest.size, decisions);
  const owed = await publishedOutside(log, outside, signers, store);
  if (owed && owed.size > decisions) throw lost(log, owed.size, decisions);
  await introduceKey(log, signers, latest, store);
  const open = { log, signers, tree, published: tree.size() };
  if (!owed || owed.size > tree.size()) return { ...open, owed };
  const ours = owed.size === latest?.size ? latest : await store.covering(log, owed.size);
  if (ours?.size !== owed.size || !Buffer.from(ours.root).equals(owed.root)) throw forked(log, owed.size);
  return { ...open, owed: undefined };
}

const lost = ({ origin }: SealedLog, size: number, decisions: number) =>
  new Contradiction(
    `The log of ${origin} holds ${decisions} decisions, and ${size} were sealed: it was brought back from an older copy, or cut. A restore that lost decisions starts a new incarnation.`,
  );

export const forked = ({ origin }: SealedLog, size: number) =>
  new Contradiction(
    `The tree of ${origin} is not the one of its published checkpoint at ${size} decisions: something before it was changed, removed or inserted.`,
  );

/** The life that a tenant's log has now, under an origin of its own. */
async function lifeOf({ log, store, host }: Opening, tenant: string): Promise<{ readonly log: SealedLog; readonly decisions: number }> {
  const standing = (await log.tenants()).find((one) => one.tenant === tenant);
  if (!standing) throw new Error(`The log has no tenant ${tenant}.`);
  const { incarnation, head } = standing;
  const lives = await store.logsOf(tenant);
  const known = lives.find((life) => life.incarnation === incarnation);
  const name = `${host}/${encodeURIComponent(tenant)}`;
  return {
    log: known ?? (await store.openLog({ tenant, incarnation, origin: lives.length === 0 ? name : `${name}/${incarnation}` })),
    decisions: head,
  };
}

async function publishedOutside(log: SealedLog, outside: OutsideCopies, signers: readonly Signer[], store: SealStore): Promise<Head | undefined> {
  const source = await outside.read(log.origin);
  if (source === undefined) return undefined;
  const note = parseNote(source);
  const checkpoint = note && parseCheckpoint(note.text);
  const known = [...signers.map(({ key }) => key), ...(await publishedKeys(store, log))];
  if (!note || checkpoint?.origin !== log.origin || !verifyNote(note, known, nodeCrypto)?.length) {
    throw new Contradiction(`The copy of the checkpoint of ${log.origin} outside the database is none that its keys signed.`);
  }
  return checkpoint;
}

async function publishedKeys(store: SealStore, log: SealedLog) {
  return (await store.keys(log)).map(({ key }) => parseKey(key, nodeCrypto.sha256)).filter((key) => key !== undefined);
}

/** Publishes the key that signs, vouched for by the one before. */
async function introduceKey(log: SealedLog, signers: readonly Signer[], latest: Head | undefined, store: SealStore): Promise<void> {
  const [present, ...before] = signers;
  if (!present) throw new Error('Nobody signs.');
  const known = await store.keys(log);
  const key = formatKey(present.key);
  if (known.some((one) => one.key === key)) return;
  if (known.length === 0) return store.addKey(log, { key, above: 0 });
  const last = before.find((signer) => formatKey(signer.key) === known.at(-1)?.key);
  if (!last) {
    throw new Contradiction(
      `The key of the seal is new to ${log.origin}, and the one before does not vouch for it: put the earlier key after the new one in JALON_SEAL_KEY.`,
    );
  }
  const size = latest?.size ?? 0;
  await store.addKey(log, { key, above: size, statement: formatNote(signNote(successionText(log.origin, present.key, size), [last, present])) });
}
