import { HASH_BYTES, type TreeHash } from './hashing.ts';
import { inclusionRanges, type Node, nodesOf, type Range } from './ranges.ts';

/** Hashes in a full tile: a subtree of height 8 (https://c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;
const HEIGHT = 8;
const MAX_LEVEL = 63;

/** A tile of the tree: its level, its place in it, and how many hashes it holds (256 when full). */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Width of the tile at this place in the tree of `size` leaves; 0 where it has none. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** `tile/<L>/<N>[.p/<W>]` below the prefix of the log. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = String(index)
    .padStart(Math.ceil(String(index).length / 3) * 3, '0')
    .match(/\d{3}/g)!;
  const place = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${level}/${place}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile that a path names; undefined for a path that names none, also for a second spelling of one. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level = '', place = '', width] = /^tile\/(\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const tile = { level: Number(level), index: Number(place.replaceAll(/[x/]/g, '')), width: width === undefined ? TILE_WIDTH : Number(width) };
  const known = level !== '' && tile.level <= MAX_LEVEL && tile.width > 0 && tile.width <= TILE_WIDTH;
  return known && tilePath(tile) === path ? tile : undefined;
}

/** Every tile of the tree of `size` leaves, leaves first. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0; size >= TILE_WIDTH ** level; level += 1) {
    for (let index = 0; ; index += 1) {
      const width = tileWidth(level, index, size);
      if (width === 0) break;
      yield { level, index, width };
    }
  }
}

const tileOf = ({ level, index }: Node): { readonly level: number; readonly index: number; readonly first: number; readonly count: number } => {
  const count = 2 ** (level % HEIGHT);
  const first = index * count;
  return { level: Math.floor(level / HEIGHT), index: Math.floor(first / TILE_WIDTH), first: first % TILE_WIDTH, count };
};

/** The tiles that hold what these ranges of the tree of `size` leaves are made of, each once. */
export function tilesFor(ranges: readonly Range[], size: number): readonly Tile[] {
  const tiles = new Map<string, Tile>();
  for (const node of ranges.flatMap(nodesOf)) {
    const { level, index } = tileOf(node);
    tiles.set(`${level}/${index}`, { level, index, width: tileWidth(level, index, size) });
  }
  return [...tiles.values()];
}

/** The hashes of a tile (32 bytes each, in one piece), of at least the width that was asked for. */
export type TileHashes = (level: number, index: number) => Uint8Array;

/** Of the tiles that were used: the hashes of the subtrees within them, so that a tile that is kept is hashed once. They go with the tile. */
const within = new WeakMap<Uint8Array, Map<number, Uint8Array>>();

/** The hash of a complete subtree, from the tile that holds it. */
function hashOfNode(node: Node, tiles: TileHashes, hashing: TreeHash): Uint8Array {
  const { level, index, first, count } = tileOf(node);
  const hashes = tiles(level, index);
  if (hashes.length < (first + count) * HASH_BYTES) throw new RangeError(`Tile ${level}/${index} is too short for ${first + count} hashes.`);
  const at = (place: number) => hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
  const known = within.get(hashes) ?? new Map<number, Uint8Array>();
  within.set(hashes, known);
  const subtree = (from: number, of: number): Uint8Array => {
    if (of === 1) return at(from);
    const key = of * TILE_WIDTH + from;
    const hash = known.get(key) ?? hashing.node(subtree(from, of / 2), subtree(from + of / 2, of / 2));
    known.set(key, hash);
    return hash;
  };
  return subtree(first, count);
}

/** The hash of a range, from tiles. */
export const hashOf = (range: Range, tiles: TileHashes, hashing: TreeHash): Uint8Array =>
  nodesOf(range)
    .map((node) => hashOfNode(node, tiles, hashing))
    .reduceRight((right, left) => hashing.node(left, right));

/** The inclusion proof of a leaf, and the root, from tiles that `read` fetches at once. */
export async function proveInclusion(
  index: number,
  size: number,
  read: (tiles: readonly Tile[]) => Promise<TileHashes>,
  hashing: TreeHash,
): Promise<readonly Uint8Array[]> {
  return proveRanges(inclusionRanges(index, size), size, read, hashing);
}

/** The hashes of ranges of the tree of `size` leaves, from tiles that `read` fetches at once. */
export async function proveRanges(
  ranges: readonly Range[],
  size: number,
  read: (tiles: readonly Tile[]) => Promise<TileHashes>,
  hashing: TreeHash,
): Promise<readonly Uint8Array[]> {
  const tiles = await read(tilesFor(ranges, size));
  return ranges.map((range) => hashOf(range, tiles, hashing));
}
