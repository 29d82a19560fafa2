import type { Pool } from 'pg';
import { utf8 } from '../bytes.ts';
import { nodeCrypto, signersOf } from '../node-crypto.ts';
import { checkpointText } from '../note/checkpoint.ts';
import { formatKey, formatNote, signNote } from '../note/signed-note.ts';
import { type SealedLog, sealStore } from '../store/store.ts';
import { growingTree } from '../tree/growing.ts';
import { treeHash } from '../tree/hashing.ts';

const hashing = treeHash(nodeCrypto.sha256);

export interface Sealed {
  readonly log: SealedLog;
  /** The public key, as notes write keys. */
  readonly key: string;
}

/** Seals what a tenant's log holds at this moment, by one checkpoint: for tests of what is done with a seal, without the sealer. */
export async function sealNow(pool: Pick<Pool, 'query'>, tenant: string, pem: string, host = 'jalon.example'): Promise<Sealed> {
  const store = sealStore(pool);
  const { rows } = await pool.query<{ envelope: string; incarnation: string }>(
    'SELECT d.envelope, t.incarnation FROM decision_log.decisions d JOIN decision_log.tenants t USING (tenant) WHERE tenant = $1 ORDER BY position',
    [tenant],
  );
  const incarnation = rows[0]?.incarnation;
  if (incarnation === undefined) throw new Error(`${tenant} has decided nothing.`);
  const log = await store.openLog({ tenant, incarnation, origin: `${host}/${tenant}` });
  const signers = signersOf(pem)(log.origin);
  const key = formatKey(signers[0]!.key);
  await store.addKey(log, { key, above: 0 });
  const before = await store.latest(log);
  const tree = growingTree(hashing, before && { head: before, edge: await store.edge(log, before.size) });
  for (const { envelope } of rows.slice(tree.size())) tree.append(hashing.leaf(utf8(envelope)));
  const head = { size: tree.size(), root: tree.root() };
  const note = formatNote(signNote(checkpointText({ origin: log.origin, ...head }), signers));
  if (head.size > (before?.size ?? 0)) await store.extend(log, before?.size ?? 0, head, note, tree.grown());
  return { log, key };
}
