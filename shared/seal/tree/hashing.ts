import type { Sha256 } from '../crypto.ts';

export const HASH_BYTES = 32;

/** The hashes of a Merkle tree (RFC 6962 §2.1): leaves and nodes are told apart by their first byte. */
export interface TreeHash {
  /** SHA-256(0x00 ‖ entry). */
  readonly leaf: (entry: Uint8Array) => Uint8Array;
  /** SHA-256(0x01 ‖ left ‖ right). */
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array;
  /** The hash of the tree without leaves. */
  readonly empty: () => Uint8Array;
}

export function treeHash(sha256: Sha256): TreeHash {
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = 1;
  return {
    leaf(entry) {
      const prefixed = new Uint8Array(1 + entry.length);
      prefixed.set(entry, 1);
      return sha256(prefixed);
    },
    node(left, right) {
      pair.set(left, 1);
      pair.set(right, 1 + HASH_BYTES);
      return sha256(pair);
    },
    empty: () => sha256(new Uint8Array(0)),
  };
}

/** The largest power of two below `size`, for `size` above 1: where RFC 6962 parts a tree. Exact to 2^53. */
export function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The root of the tree over these hashes, which may be leaves or the roots of complete subtrees of one size; at least one. */
export function rootOver(hashes: readonly Uint8Array[], { node }: TreeHash): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index + 1 < row.length; index += 2) above.push(node(row[index]!, row[index + 1]!));
    // An odd one out goes up as it is: the same tree as RFC 6962's, built by rows.
    if (row.length % 2 === 1) above.push(row.at(-1)!);
    row = above;
  }
  return row[0]!;
}
