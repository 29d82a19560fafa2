import { split } from './hashing.ts';

/** Leaves from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The subtrees whose hashes prove that the leaf at `index` is in the tree of `size` leaves, from the leaf's sibling up (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has none at ${index}.`);
  const path: Range[] = [];
  for (let [start, end] = [0, size]; end - start > 1; ) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The subtrees whose hashes prove that the tree of `size` leaves goes on from that of `older` (RFC 6962 §2.1.2). Empty where there is nothing to prove. */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  if (!(older >= 0 && older <= size)) throw new RangeError(`A tree of ${size} leaves does not go on from one of ${older}.`);
  if (older === 0 || older === size) return [];
  const path: Range[] = [];
  let [start, end] = [0, size];
  let whole = true;
  while (older < end) {
    const middle = start + split(end - start);
    if (older <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  // The older tree itself is known to whoever asks; a part of it is not.
  if (!whole) path.push({ start, end });
  return path.reverse();
}

/** A complete subtree: the leaves from `index` · 2^`level`, 2^`level` of them. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** The complete subtrees that make a range, largest first. The range starts where a subtree as large as its largest starts, as those above do. */
export function nodesOf({ start, end }: Range): readonly Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at + 2 ** (level + 1) <= end && at % 2 ** (level + 1) === 0) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}
