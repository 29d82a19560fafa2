import {
  type Checkpoint,
  equal,
  type Growth,
  growingTree,
  HASH_BYTES,
  type Head,
  nodeCrypto,
  TILE_WIDTH,
  tilePath,
  tileWidth,
  treeHash,
} from '@jalon/seal';
import { tileFile } from './bundle.ts';
import { bytesOf } from './files.ts';
import { notVerified } from './not-verified.ts';

const hashing = treeHash(nodeCrypto.sha256);
const FULL = TILE_WIDTH * HASH_BYTES;

/** The hashes of a tile of the tree of `size` leaves, from the file that it stands in. */
export async function readTile(folder: string, level: number, index: number, size: number): Promise<Buffer> {
  const width = tileWidth(level, index, size);
  const file = tileFile(tilePath({ level, index, width }));
  const bytes = await bytesOf(folder, file, FULL);
  if (!bytes) throw notVerified('cut', `${file} is missing.`, { file });
  if (bytes.length !== width * HASH_BYTES)
    throw notVerified('cut', `${file} holds ${bytes.length} bytes instead of ${width * HASH_BYTES}.`, { file });
  return bytes;
}

/** A head that the tree has to have been at: stamped, or kept by whoever verifies. */
export interface KnownHead extends Head {
  /** What it is, as a sentence begins. */
  readonly told: string;
  readonly file: string;
}

/**
 * Recomputes the whole tree from the tiles of its leaves, and compares every other tile, the root that was signed, and those that are known from before.
 * Reads one tile after the other.
 */
export async function verifyTiles(folder: string, { size, root, origin }: Checkpoint, known: readonly KnownHead[]): Promise<void> {
  const tree = growingTree(hashing);
  const heads = Map.groupBy(known, (head) => head.size);
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const hashes = await readTile(folder, 0, index, size);
    for (let at = 0; at < hashes.length; at += HASH_BYTES) {
      tree.append(Buffer.from(hashes.subarray(at, at + HASH_BYTES)));
      const differs = heads.get(tree.size())?.find((head) => !equal(head.root, tree.root()));
      if (differs) throw notVerified('forked', `${differs.told} at ${differs.size} decisions is not one of this tree.`, { file: differs.file });
    }
    for (const growth of tree.grown()) if (growth.level > 0) await compare(folder, growth, size);
  }
  if (equal(tree.root(), root)) return;
  throw notVerified(
    'forked',
    `The tree of these ${size} decisions is not the one that ${origin} signed: this is another log, or one that was changed as a whole.`,
  );
}

async function compare(folder: string, { level, index, first, hashes }: Growth, size: number): Promise<void> {
  const tile = await readTile(folder, level, index, size);
  const differs = [...Array(hashes.length / HASH_BYTES).keys()].find(
    (at) => !equal(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES), tile.subarray((first + at) * HASH_BYTES, (first + at + 1) * HASH_BYTES)),
  );
  if (differs === undefined) return;
  const span = TILE_WIDTH ** level;
  const from = (index * TILE_WIDTH + first + differs) * span + 1;
  const file = tileFile(tilePath({ level, index, width: tileWidth(level, index, size) }));
  throw notVerified(
    'tile-changed',
    `The tiles disagree about the decisions at positions ${from} to ${from + span - 1}: one of them, or ${file}, was changed.`,
    { file, position: from },
  );
}
