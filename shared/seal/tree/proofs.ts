import { equal } from '../bytes.ts';
import type { TreeHash } from './hashing.ts';

/** The root that an inclusion proof leads to; undefined where the proof has not the length that it needs (RFC 9162 §2.1.3.2). */
function rootFrom(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], { node }: TreeHash): Uint8Array | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = node(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = node(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

/** Whether the proof shows that the tree with this root has this leaf hash at `index`. */
export function includes(
  root: Uint8Array,
  size: number,
  { leaf, index, proof }: { readonly leaf: Uint8Array; readonly index: number; readonly proof: readonly Uint8Array[] },
  hashing: TreeHash,
): boolean {
  const led = rootFrom(leaf, index, size, proof, hashing);
  return led !== undefined && equal(led, root);
}

export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the proof shows that the newer tree goes on from the older one (RFC 9162 §2.1.4.2). Every tree goes on from the empty one, and from itself. */
export function goesOn(older: Head, newer: Head, proof: readonly Uint8Array[], hashing: TreeHash): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && equal(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && equal(older.root, hashing.empty());
  const whole = isPowerOfTwo(older.size);
  const [first, ...rest] = whole ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let [at, last, from, to] = [older.size - 1, newer.size - 1, first, first];
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [from, to] = [hashing.node(sibling, from), hashing.node(sibling, to)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else to = hashing.node(to, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(from, older.root) && equal(to, newer.root);
}

/** Exact to 2^53, where bits would end at 2^32. */
const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size)) && 2 ** Math.round(Math.log2(size)) === size;
