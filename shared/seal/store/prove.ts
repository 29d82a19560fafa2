import { nodeCrypto } from '../node-crypto.ts';
import { formatProofFile } from '../note/proof-file.ts';
import { treeHash } from '../tree/hashing.ts';
import { proveInclusion } from '../tree/tiles.ts';
import type { SealedLog, SealStore } from './store.ts';

const hashing = treeHash(nodeCrypto.sha256);

/**
 * The proof file of the decision at a position of a sealed log (from 1), under the first checkpoint that holds it, or the first of a tree of at least
 * `size` leaves; undefined where there is none yet.
 */
export async function proveDecision(
  store: Pick<SealStore, 'covering' | 'tiles'>,
  log: SealedLog,
  { position, size = position, extra }: { readonly position: number; readonly size?: number; readonly extra: Uint8Array },
): Promise<string | undefined> {
  const checkpoint = await store.covering(log, Math.max(position, size));
  if (!checkpoint) return undefined;
  const index = position - 1;
  const hashes = await proveInclusion(index, checkpoint.size, (tiles) => store.tiles(log, tiles), hashing);
  return formatProofFile({ extra, index, hashes, checkpoint: checkpoint.note });
}
