import { base64, concat, fromBase64, utf8 } from '../bytes.ts';
import type { Crypto, Sha256 } from '../crypto.ts';

/** Signature types of signed notes: by the log itself, and by a witness (https://c2sp.org/signed-note, https://c2sp.org/tlog-cosignature). */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;

/** A public key by which notes are verified. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes: with the name they say whose a signature is. */
  readonly id: Uint8Array;
  readonly type: typeof ED25519 | typeof COSIGNATURE;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

export interface SignatureLine {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** Signs the text of a note. */
export interface Signer {
  readonly key: VerifierKey;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A note of more than this is read by nobody: sixteen signatures, post-quantum ones among them, are well below. */
const MAX_NOTE = 200_000;
const MAX_SIGNATURES = 64;
const NAME = /^[^\s+\p{Zs}]+$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what the format forbids
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f]/;

export function verifierKey(name: string, publicKey: Uint8Array, sha256: Sha256, type: VerifierKey['type'] = ED25519): VerifierKey {
  return { name, type, publicKey, id: sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4) };
}

const idText = (id: Uint8Array): string => Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** `<name>+<id in hexadecimal>+<base64 of type ‖ key>`: how keys are handed on. */
export const formatKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${idText(id)}+${base64(concat(Uint8Array.of(type), publicKey))}`;

/** A key as `formatKey` writes it; undefined for any other text, also where the id is not that of the key. */
export function parseKey(text: string, sha256: Sha256): VerifierKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const [type, ...publicKey] = fromBase64(encoded) ?? [];
  if (!NAME.test(name) || publicKey.length !== 32 || (type !== ED25519 && type !== COSIGNATURE)) return undefined;
  const key = verifierKey(name, Uint8Array.from(publicKey), sha256, type);
  return idText(key.id) === id ? key : undefined;
}

/** A note as it is written: its text, an empty line, its signatures. */
export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(formatSignature).join('')}`;

export const formatSignature = ({ name, id, signature }: SignatureLine): string => `— ${name} ${base64(concat(id, signature))}\n`;

export function parseSignature(line: string): SignatureLine | undefined {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  return NAME.test(name) && bytes && bytes.length > 4 ? { name, id: bytes.slice(0, 4), signature: bytes.slice(4) } : undefined;
}

/** A note in its parts, none of them verified; undefined for a text that is no signed note. */
export function parseNote(source: string): Note | undefined {
  if (source.length > MAX_NOTE || FORBIDDEN.test(source) || !source.isWellFormed() || !source.endsWith('\n')) return undefined;
  const end = source.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const lines = source.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature).filter((line) => line !== undefined);
  if (signatures.length !== lines.length || lines.length > MAX_SIGNATURES) return undefined;
  return { text: source.slice(0, end + 1), signatures };
}

export const signNote = (text: string, signers: readonly Signer[]): Note => ({
  text,
  signatures: signers.map(({ key, sign }) => ({ name: key.name, id: key.id, signature: sign(utf8(text)) })),
});

/** A signature that was verified; `at` (seconds since 1970) is when a witness gave it. */
export interface Verified {
  readonly key: VerifierKey;
  readonly at?: number;
}

/** What a witness signs of a note at a time (https://c2sp.org/tlog-cosignature). */
export const cosigned = (text: string, at: number): Uint8Array => utf8(`cosignature/v1\ntime ${at}\n${text}`);

/**
 * The signatures of a note by keys that are known. Those by others are passed over; one by a known key that is wrong spoils the note: undefined.
 */
export function verifyNote({ text, signatures }: Note, known: readonly VerifierKey[], crypto: Crypto): readonly Verified[] | undefined {
  const verified: Verified[] = [];
  for (const line of signatures) {
    const key = known.find(({ name, id }) => name === line.name && idText(id) === idText(line.id));
    if (!key) continue;
    const one = verifyLine(text, line, key, crypto);
    if (!one) return undefined;
    verified.push(one);
  }
  return verified;
}

function verifyLine(text: string, { signature }: SignatureLine, key: VerifierKey, { verifyEd25519 }: Crypto): Verified | undefined {
  if (key.type === ED25519) return signature.length === 64 && verifyEd25519(key.publicKey, utf8(text), signature) ? { key } : undefined;
  if (signature.length !== 72) return undefined;
  const at = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(at)) return undefined;
  return verifyEd25519(key.publicKey, cosigned(text, at), signature.slice(8)) ? { key, at } : undefined;
}
