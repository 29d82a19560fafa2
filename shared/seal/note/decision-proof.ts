import { concat, hex, textOf, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { type ProofProblem, parseProofFile, verifyProof } from './proof-file.ts';
import { parseNote } from './signed-note.ts';
import type { TrustedKey } from './succession.ts';

/** What a proof shows of a decision. */
export interface ProvenDecision {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** Its place in the log, from 1. */
  readonly position: number;
  readonly recordedAt: string;
  readonly dataDigest: string;
}

export type DecisionProofProblem =
  | ProofProblem
  /** It does not carry the envelope of its decision. */
  | 'no-envelope'
  /** Its envelope names another place than the one that the proof is of. */
  | 'another-place'
  /** The data beside the envelope is not what the envelope attests. */
  | 'data-changed';

export type DecisionProof =
  | {
      readonly decision: ProvenDecision;
      readonly origin: string;
      /** So many decisions does the signed log hold. */
      readonly size: number;
      readonly signedBy: readonly string[];
      /** What was decided, as canonical text, where the file holds it. */
      readonly data?: string;
      readonly problem?: undefined;
    }
  | { readonly problem: DecisionProofProblem };

/** Whom a proof is believed from: keys of logs and witnesses, and how many witnesses have to have signed. */
export interface ProofTrust {
  readonly keys: readonly TrustedKey[];
  readonly witnesses?: number;
}

/** The log that a proof is of, by its own word; undefined for a text that is no proof. */
export const originOfProof = (source: string): string | undefined =>
  parseCheckpoint(parseNote(parseProofFile(source)?.checkpoint ?? '')?.text ?? '')?.origin;

/** Whether a proof file of Jalon's shows that its decision stands in a log whose key is trusted. Works on texts and bytes alone, in a browser too. */
export function verifyDecisionProof(source: string, { keys, witnesses = 0 }: ProofTrust, crypto: Crypto): DecisionProof {
  const extra = extraOf(parseProofFile(source)?.extra);
  const origin = originOfProof(source) ?? '';
  if (!extra) return { problem: parseProofFile(source) ? 'no-envelope' : 'not-a-proof' };
  const verified = verifyProof(source, utf8(extra.envelope), { origin, keys, witnesses }, crypto);
  if (verified.problem !== undefined) return verified;
  const decision = decisionOf(extra.envelope);
  if (decision?.position !== verified.index + 1) return { problem: 'another-place' };
  const { size, signedBy } = verified;
  const whole = { decision, origin, size, signedBy };
  if (extra.data === undefined) return whole;
  const digest = crypto.sha256(concat(extra.salt ?? new Uint8Array(0), utf8(extra.data)));
  return `sha256:${hex(digest)}` === decision.dataDigest ? { ...whole, data: extra.data } : { problem: 'data-changed' };
}

/** What a proof file carries beside the proof: the stored texts of the decision. Its hash vouches for the envelope, and that for the data. */
interface Extra {
  readonly envelope: string;
  readonly data?: string;
  readonly salt?: Uint8Array;
}

function extraOf(bytes: Uint8Array | undefined): Extra | undefined {
  const { envelope, data, salt, ...rest } = membersOf(textOf(bytes ?? new Uint8Array(0)) ?? '');
  if (typeof envelope !== 'string' || Object.keys(rest).length > 0) return undefined;
  if (data === undefined && salt === undefined) return { envelope };
  if (typeof data !== 'string' || typeof salt !== 'string' || !/^[0-9a-f]{32}$/.test(salt)) return undefined;
  return { envelope, data, salt: Uint8Array.from(salt.match(/../g)!, (byte) => Number.parseInt(byte, 16)) };
}

function decisionOf(envelope: string): ProvenDecision | undefined {
  const { id, type, stream, position, recordedAt, dataDigest } = membersOf(envelope);
  const texts = [id, type, stream, recordedAt, dataDigest];
  if (!texts.every((text) => typeof text === 'string') || typeof position !== 'number') return undefined;
  const [ofId, ofType, ofStream, at, digest] = texts as [string, string, string, string, string];
  return { id: ofId, type: ofType, stream: ofStream, position, recordedAt: at, dataDigest: digest };
}

/** The members of a JSON object; none for any other text. */
function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
