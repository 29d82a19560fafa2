import { concat, equal } from '../bytes.ts';
import { HASH_BYTES, rootOver, type TreeHash } from './hashing.ts';
import type { Head } from './proofs.ts';
import { TILE_WIDTH } from './tiles.ts';

/** Hashes that were added to a tile: from the place `first` in it. */
export interface Growth {
  readonly level: number;
  readonly index: number;
  readonly first: number;
  readonly hashes: Uint8Array;
}

/** A tree that leaves are added to. It keeps the unfinished tile of each level, some kilobytes whatever its size, and gives the rest away as it grows. */
export interface GrowingTree {
  size(): number;
  /** The hashes are kept as they are: do not use their bytes again. */
  append(leafHash: Uint8Array): void;
  root(): Uint8Array;
  /** What was added since it was last asked, tile by tile. */
  grown(): readonly Growth[];
}

/** The right edge of a tree: the hashes of the unfinished tile of each level, level 0 first. */
export type Edge = readonly (readonly Uint8Array[])[];

/**
 * A tree that goes on from its right edge; an empty one where none is given. With `keep: false` what was added is not kept to be given away.
 * @throws RangeError where the edge is not that of the head
 */
export function growingTree(hashing: TreeHash, from?: { readonly head: Head; readonly edge: Edge }, keep = true): GrowingTree {
  const edge: Uint8Array[][] = (from?.edge ?? []).map((hashes) => [...hashes]);
  /** Of each level: how many hashes it has, and how many of them were given away. */
  const counts: number[] = edge.map((_, level) => Math.floor((from?.head.size ?? 0) / TILE_WIDTH ** level));
  let given: number[] = [...counts];
  let finished: Growth[] = [];

  function add(level: number, hash: Uint8Array): void {
    edge[level] ??= [];
    counts[level] = (counts[level] ?? 0) + 1;
    given[level] ??= 0;
    const tile = edge[level];
    tile.push(hash);
    if (tile.length < TILE_WIDTH) return;
    if (keep) finished.push(growth(level));
    given[level] = counts[level];
    edge[level] = [];
    add(level + 1, rootOver(tile, hashing));
  }

  /** What the unfinished tile of a level got since it was last asked for. */
  function growth(level: number): Growth {
    const tile = edge[level]!;
    const start = counts[level]! - tile.length;
    const first = Math.max(given[level]! - start, 0);
    return { level, index: start / TILE_WIDTH, first, hashes: concat(...tile.slice(first)) };
  }

  function root(): Uint8Array {
    let whole: Uint8Array | undefined;
    for (const tile of edge) if (tile.length > 0) whole = foldRight(tile, whole, hashing);
    return whole ?? hashing.empty();
  }

  if (from && (counts.some((count, level) => count % TILE_WIDTH !== edge[level]!.length) || !equal(root(), from.head.root))) {
    throw new RangeError(`The tiles at the edge of the tree do not lead to its root at ${from.head.size} leaves.`);
  }
  return {
    size: () => counts[0] ?? 0,
    append: (leafHash) => add(0, leafHash),
    root,
    grown() {
      const unfinished = edge.map((_, level) => growth(level)).filter(({ hashes }) => hashes.length >= HASH_BYTES);
      const all = [...finished, ...unfinished];
      finished = [];
      given = [...counts];
      return all;
    },
  };
}

/** The root over complete subtrees of one size and, to their right, what is smaller. */
function foldRight(tile: readonly Uint8Array[], smaller: Uint8Array | undefined, hashing: TreeHash): Uint8Array {
  let root = smaller;
  for (let end = tile.length, size = 1; end > 0; size *= 2) {
    if (end % (size * 2) === 0) continue;
    const part = rootOver(tile.slice(end - size, end), hashing);
    root = root === undefined ? part : hashing.node(part, root);
    end -= size;
  }
  return root!;
}
