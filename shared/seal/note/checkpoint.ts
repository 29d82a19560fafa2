import { base64, fromBase64, utf8, wholeNumber } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { HASH_BYTES } from '../tree/hashing.ts';
import type { Head } from '../tree/proofs.ts';
import { ED25519, type Note, parseNote, type Verified, verifyNote } from './signed-note.ts';
import type { TrustedKey } from './succession.ts';

/** The head of a log's tree, as its text says (https://c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends Head {
  readonly origin: string;
}

/** The text of a checkpoint, to be signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`;

/** The checkpoint that the text of a note says; undefined where it says none. Lines after the third are passed over. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin = '', sizeText = '', rootText = '', ...more] = lines;
  const [size, root] = [wholeNumber(sizeText), fromBase64(rootText)];
  const isWhole = more.at(-1) === '' && more.slice(0, -1).every((line) => line !== '');
  return origin !== '' && size !== undefined && root?.length === HASH_BYTES && isWhole ? { origin, size, root } : undefined;
}

/**
 * What is stamped of a checkpoint: its text, without the signatures, to which those of witnesses may still come.
 * Throws for a note that holds no checkpoint.
 */
export function textOfCheckpoint(source: string): Uint8Array {
  const note = parseNote(source);
  if (!note || !parseCheckpoint(note.text)) throw new TypeError('This is no checkpoint.');
  return utf8(note.text);
}

export type CheckpointProblem =
  /** It is no checkpoint at all. */
  | 'not-a-checkpoint'
  /** It is that of another log than was asked for. */
  | 'another-log'
  /** None of the keys that are trusted for a tree of its size signed it. */
  | 'not-signed'
  /** The signature of a trusted key is wrong. */
  | 'wrong-signature'
  /** Fewer witnesses than asked for signed it. */
  | 'too-few-witnesses';

export interface Trust {
  readonly origin: string;
  /** Keys of the log, and of witnesses. */
  readonly keys: readonly TrustedKey[];
  /** How many of the witnesses have to have signed; none unless said. */
  readonly witnesses?: number;
}

export type Opened =
  | { readonly checkpoint: Checkpoint; readonly note: Note; readonly by: readonly Verified[]; readonly problem?: undefined }
  | { readonly problem: CheckpointProblem };

/** Reads a signed checkpoint, and says whether it may be trusted. */
export function openCheckpoint(source: string, { origin, keys, witnesses = 0 }: Trust, crypto: Crypto): Opened {
  const note = parseNote(source);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { problem: 'not-a-checkpoint' };
  if (checkpoint.origin !== origin) return { problem: 'another-log' };
  const by = verifyNote(
    note,
    keys.filter(({ until = checkpoint.size }) => checkpoint.size <= until),
    crypto,
  );
  if (!by) return { problem: 'wrong-signature' };
  if (!by.some(({ key }) => key.type === ED25519)) return { problem: 'not-signed' };
  const cosigners = new Set(by.filter(({ key }) => key.type !== ED25519).map(({ key }) => key.name));
  return cosigners.size < witnesses ? { problem: 'too-few-witnesses' } : { checkpoint, note, by };
}
