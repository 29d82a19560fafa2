import { wholeNumber } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { ED25519, formatKey, type Note, parseKey, parseNote, type VerifierKey, verifyNote } from './signed-note.ts';

/** A key that is trusted, for trees up to a size where it has a successor. */
export interface TrustedKey extends VerifierKey {
  readonly until?: number;
}

const SUBJECT = 'key succession';

/** What a key of a log signs when another takes its place: trees of more than `size` leaves are signed by the next one. */
export const successionText = (origin: string, next: VerifierKey, size: number): string => `${origin}\n${SUBJECT}\n${formatKey(next)}\n${size}\n`;

interface Succession {
  readonly next: VerifierKey;
  readonly size: number;
}

function parseSuccession({ text }: Note, origin: string, { sha256 }: Crypto): Succession | undefined {
  const [of, subject, keyText = '', sizeText = '', last, ...more] = text.split('\n');
  const [next, size] = [parseKey(keyText, sha256), wholeNumber(sizeText)];
  const isWhole = of === origin && subject === SUBJECT && last === '' && more.length === 0;
  return isWhole && next?.type === ED25519 && size !== undefined ? { next, size } : undefined;
}

/**
 * The keys that follow from those that are trusted, by what they signed of their successors. Undefined where a key named two different successors, or where
 * a statement of a trusted key is wrong: then nothing follows.
 */
export function keysFrom(
  trusted: readonly VerifierKey[],
  statements: readonly string[],
  origin: string,
  crypto: Crypto,
): readonly TrustedKey[] | undefined {
  const keys = new Map<string, TrustedKey>(trusted.map((key) => [formatKey(key), key]));
  const open = statements.map(parseNote);
  for (let learned = true; learned; ) {
    learned = false;
    for (const [at, note] of open.entries()) {
      if (!note) continue;
      const by = verifyNote(note, [...keys.values()], crypto);
      if (!by) return undefined;
      const succession = parseSuccession(note, origin, crypto);
      if (by.length === 0 || !succession) continue;
      const nextText = formatKey(succession.next);
      for (const { key } of by) {
        if (formatKey(key) === nextText) continue;
        const known = keys.get(formatKey(key))!;
        if (known.until !== undefined) return undefined;
        keys.set(formatKey(key), { ...known, until: succession.size });
      }
      if (!keys.has(nextText)) keys.set(nextText, succession.next);
      open[at] = undefined;
      learned = true;
    }
  }
  return [...keys.values()];
}
