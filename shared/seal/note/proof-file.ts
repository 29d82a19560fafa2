import { base64, fromBase64, wholeNumber } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { HASH_BYTES, treeHash } from '../tree/hashing.ts';
import { includes } from '../tree/proofs.ts';
import { type CheckpointProblem, openCheckpoint, type Trust } from './checkpoint.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has proofs of no more hashes. */
const MAX_HASHES = 64;
const MAX_PROOF = 4_000_000;

/** That an entry stands in a log, to be verified without anybody (https://c2sp.org/tlog-proof). */
export interface ProofFile {
  /** What else is known of the entry; nothing vouches for it but its own hash in the log. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** As it was signed. */
  readonly checkpoint: string;
}

export function formatProofFile({ extra, index, hashes, checkpoint }: ProofFile): string {
  const lines = [HEADER, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...hashes.map(base64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The parts of a proof file, none of them verified; undefined for a text that is none. */
export function parseProofFile(source: string): ProofFile | undefined {
  const end = source.indexOf('\n\n');
  if (end < 0 || source.length > MAX_PROOF) return undefined;
  const [header, ...lines] = source.slice(0, end).split('\n');
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()!.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? undefined : fromBase64(extraText);
  const [indexLine = '', ...hashLines] = lines;
  const index = indexLine.startsWith('index ') ? wholeNumber(indexLine.slice('index '.length)) : undefined;
  const hashes = hashLines.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES) as Uint8Array[];
  const sound = header === HEADER && index !== undefined && hashes.length === hashLines.length && hashes.length <= MAX_HASHES;
  if (!sound || (extraText !== undefined && !extra)) return undefined;
  return { ...(extra && { extra }), index, hashes, checkpoint: source.slice(end + 2) };
}

export type ProofProblem = CheckpointProblem | 'not-a-proof' | 'not-in-the-log';

export type ProofOpened =
  | { readonly index: number; readonly size: number; readonly signedBy: readonly string[]; readonly problem?: undefined }
  | { readonly problem: ProofProblem };

/** Whether a proof shows that the entry stands in the log that is trusted. Works on texts and bytes alone. */
export function verifyProof(source: string, entry: Uint8Array, trust: Trust, crypto: Crypto): ProofOpened {
  const proof = parseProofFile(source);
  if (!proof) return { problem: 'not-a-proof' };
  const opened = openCheckpoint(proof.checkpoint, trust, crypto);
  if (opened.problem !== undefined) return opened;
  const hashing = treeHash(crypto.sha256);
  const { size, root } = opened.checkpoint;
  const { index, hashes } = proof;
  if (!includes(root, size, { leaf: hashing.leaf(entry), index, proof: hashes }, hashing)) return { problem: 'not-in-the-log' };
  return { index, size, signedBy: opened.by.map(({ key }) => key.name) };
}
