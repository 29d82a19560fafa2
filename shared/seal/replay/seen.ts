/**
 * Names that were seen, as 64-bit fingerprints in sixteen bytes each at most, so that millions fit. Two names of one fingerprint are as good as never met by
 * chance; where somebody makes them meet on purpose, what is verified is refused, never accepted.
 */
export interface Seen {
  has(name: string): boolean;
  /** False where it was there already. */
  add(name: string): boolean;
}

const START = 1 << 12;

export function seen(): Seen {
  let table = new Uint32Array(START * 2);
  let count = 0;
  let [high, low] = [0, 0];

  /** cyrb53's two halves: a non-cryptographic hash of strings by MurmurHash's finaliser. Both nought stands for an empty place. */
  function fingerprint(name: string): void {
    let [h1, h2] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < name.length; at += 1) {
      const code = name.charCodeAt(at);
      h1 = Math.imul(h1 ^ code, 2654435761);
      h2 = Math.imul(h2 ^ code, 1597334677);
    }
    h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
    h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
    high = h1 >>> 0;
    low = (h2 | 1) >>> 0;
  }

  /** The place of the fingerprint, or the empty one where it belongs. */
  function place(): number {
    const mask = table.length / 2 - 1;
    let at = (high ^ (low >>> 1)) & mask;
    while (table[at * 2 + 1] !== 0 && (table[at * 2] !== high || table[at * 2 + 1] !== low)) at = (at + 1) & mask;
    return at * 2;
  }

  function grow(): void {
    const before = table;
    table = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      [high, low] = [before[at]!, before[at + 1]!];
      const to = place();
      table[to] = high;
      table[to + 1] = low;
    }
  }

  return {
    has(name) {
      fingerprint(name);
      return table[place() + 1] !== 0;
    },
    add(name) {
      fingerprint(name);
      const at = place();
      if (table[at + 1] !== 0) return false;
      table[at] = high;
      table[at + 1] = low;
      count += 1;
      if (count * 4 > table.length) grow();
      return true;
    },
  };
}
