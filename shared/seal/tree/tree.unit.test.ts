import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../bytes.ts';
import { nodeCrypto } from '../node-crypto.ts';
import { type Growth, growingTree } from './growing.ts';
import { HASH_BYTES, split, treeHash } from './hashing.ts';
import { goesOn, includes } from './proofs.ts';
import { consistencyRanges, inclusionRanges } from './ranges.ts';
import { parseTilePath, proveInclusion, proveRanges, TILE_WIDTH, tilePath, tilesOf, tileWidth } from './tiles.ts';

const hashing = treeHash(nodeCrypto.sha256);
const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => hashing.leaf(utf8(`decision ${index}`)));
/** Enough for three levels of tiles would be 65,536 leaves; two levels and an unfinished third show the same. */
const MOST = 1_500;
const all = leavesOf(MOST);

/** The root as RFC 6962 §2.1 defines it, by recursion: slow, and plain to see. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hashing.empty();
  if (leaves.length === 1) return leaves[0]!;
  const middle = split(leaves.length);
  return hashing.node(definedRoot(leaves.slice(0, middle)), definedRoot(leaves.slice(middle)));
}

/** Tiles as a store would keep them. */
function store() {
  const kept = new Map<string, Uint8Array>();
  return {
    put(growth: readonly Growth[]) {
      for (const { level, index, first, hashes } of growth) {
        const before = kept.get(`${level}/${index}`) ?? new Uint8Array(0);
        expect(before.length).toBe(first * HASH_BYTES);
        kept.set(`${level}/${index}`, concat(before, hashes));
      }
    },
    tile: (level: number, index: number) => kept.get(`${level}/${index}`) ?? new Uint8Array(0),
    kept,
  };
}

function grownTo(size: number) {
  const tiles = store();
  const tree = growingTree(hashing);
  for (const leaf of all.slice(0, size)) tree.append(leaf);
  tiles.put(tree.grown());
  return { tree, tiles, root: tree.root(), read: async () => tiles.tile };
}

const size = fc.integer({ min: 1, max: MOST });
const sizes = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const runs = { numRuns: 60 };

describe('a tree that grows', () => {
  it('has the root that RFC 6962 defines, at whatever size, in however many steps', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), (steps) => {
        const tree = growingTree(hashing);
        const tiles = store();
        for (const step of steps) {
          for (const leaf of all.slice(tree.size(), tree.size() + step)) tree.append(leaf);
          tiles.put(tree.grown());
        }
        expect(tree.root()).toEqual(definedRoot(all.slice(0, tree.size())));
        const widths = [...tiles.kept].map(([place, hashes]) => `${place} ${hashes.length / HASH_BYTES}`);
        expect(widths.sort()).toEqual([...tilesOf(tree.size())].map(({ level, index, width }) => `${level}/${index} ${width}`).sort());
        expect(tree.grown()).toEqual([]);
      }),
      runs,
    ));

  it('goes on from its right edge as if it had never stopped, and from no other', () =>
    fc.assert(
      fc.property(sizes, ([before, after]) => {
        const { tiles, root } = grownTo(before);
        const edge: Uint8Array[][] = [];
        for (let level = 0; before >= TILE_WIDTH ** level; level += 1) {
          const hashes = tiles.tile(level, Math.floor(before / TILE_WIDTH ** (level + 1)));
          edge.push(Array.from({ length: hashes.length / HASH_BYTES }, (_, at) => hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)));
        }
        const tree = growingTree(hashing, { head: { size: before, root }, edge });
        for (const leaf of all.slice(before, after)) tree.append(leaf);
        tiles.put(tree.grown());
        expect(tree.root()).toEqual(grownTo(after).root);
        expect(tiles.kept).toEqual(grownTo(after).tiles.kept);
        expect(() => growingTree(hashing, { head: { size: before, root: hashing.empty() }, edge })).toThrow('do not lead to its root');
        expect(() => growingTree(hashing, { head: { size: before, root }, edge: [[...edge[0]!, hashing.empty()], ...edge.slice(1)] })).toThrow(
          RangeError,
        );
      }),
      // A tree of full tiles, whose edge is empty.
      { ...runs, examples: [[[TILE_WIDTH, TILE_WIDTH + 44]]] },
    ));
});

describe('proofs made from tiles', () => {
  it('show that each leaf is there, and no other leaf, place, size or root', () =>
    fc.assert(
      fc.asyncProperty(size, fc.nat(), async (of, pick) => {
        const index = pick % of;
        const { root, read } = grownTo(of);
        const proof = await proveInclusion(index, of, read, hashing);
        const given = { leaf: all[index]!, index, proof };
        expect(includes(root, of, given, hashing)).toBe(true);
        expect(includes(root, of, { ...given, leaf: hashing.leaf(utf8('another')) }, hashing)).toBe(false);
        expect(includes(root, of, { ...given, index: of }, hashing)).toBe(false);
        if (of > 1) expect(includes(root, of, { ...given, index: (index + 1) % of }, hashing)).toBe(false);
        expect(includes(hashing.empty(), of, given, hashing)).toBe(false);
        expect(includes(root, of, { ...given, proof: [...proof, root] }, hashing)).toBe(false);
        if (proof.length > 0) expect(includes(root, of, { ...given, proof: proof.slice(1) }, hashing)).toBe(false);
      }),
      runs,
    ));

  it('show that a tree goes on from an older one, and not from one that differs in a leaf', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async ([older, newer], pick) => {
        const [before, after] = [grownTo(older), grownTo(newer)];
        const proof = await proveRanges(consistencyRanges(older, newer), newer, after.read, hashing);
        const heads = [
          { size: older, root: before.root },
          { size: newer, root: after.root },
        ] as const;
        expect(goesOn(...heads, proof, hashing)).toBe(true);
        const forked = growingTree(hashing);
        for (const [at, leaf] of all.slice(0, older).entries()) forked.append(at === pick % older ? hashing.leaf(utf8('forged')) : leaf);
        expect(goesOn({ size: older, root: forked.root() }, heads[1], proof, hashing)).toBe(false);
        expect(goesOn(heads[0], { size: newer, root: forked.root() }, proof, hashing)).toBe(false);
        expect(goesOn(...heads, [...proof, hashing.empty()], hashing)).toBe(false);
        if (proof.length > 0) expect(goesOn(...heads, proof.slice(0, -1), hashing)).toBe(false);
        if (older < newer) expect(goesOn(heads[1], heads[0], proof, hashing)).toBe(false);
      }),
      runs,
    ));

  it('take every tree to go on from the empty one', () => {
    const empty = { size: 0, root: hashing.empty() };
    expect(goesOn(empty, { size: 7, root: grownTo(7).root }, [], hashing)).toBe(true);
    expect(goesOn({ size: 0, root: all[0]! }, { size: 7, root: grownTo(7).root }, [], hashing)).toBe(false);
  });

  it('say what cannot be proved', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => inclusionRanges(Number.NaN, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
  });
});

describe('tiles', () => {
  it.each([
    [0, 0, 256, 'tile/0/000'],
    [0, 1_234_067, 256, 'tile/0/x001/x234/067'],
    [2, 0, 17, 'tile/2/000.p/17'],
    [0, 1_000, 1, 'tile/0/x001/000.p/1'],
  ])('level %i, index %i, width %i stand at %s', (level, index, width, path) => {
    expect(tilePath({ level, index, width })).toBe(path);
    expect(parseTilePath(path)).toEqual({ level, index, width });
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/07',
    'tile/0/x000/000',
    'tile/0/../000',
    'tile/0/x1/000',
    'tile/-1/000',
    'tile/0/000/',
    'tile/entries/000',
  ])('do not stand at %s', (path) => expect(parseTilePath(path)).toBeUndefined());

  it('are those of the example in the specification', () => {
    const tiles = [...tilesOf(70_000)];
    expect(tiles.filter(({ level, width }) => level === 0 && width === TILE_WIDTH).length).toBe(273);
    expect(tiles.filter(({ width }) => width < TILE_WIDTH)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(tileWidth(1, 0, 256)).toBe(1);
  });
});
