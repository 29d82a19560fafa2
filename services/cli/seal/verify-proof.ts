import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { formatKey, nodeCrypto, parseCheckpoint, parseNote, parseProofFile, textOf, utf8, verifyProof } from '@jalon/seal';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { notVerified } from './not-verified.ts';
import { type Trusting, told } from './verify-export.ts';

const MAX_BYTES = 8_000_000;

/** What a proof file of ours carries beside the proof: the stored texts of the decision. Its hash vouches for the envelope, and that for the data. */
const Extra = z.strictObject({
  envelope: z.string(),
  data: z.string().optional(),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

const Decided = z.looseObject({
  id: z.string(),
  type: z.string(),
  stream: z.string(),
  position: z.int(),
  recordedAt: z.string(),
  dataDigest: z.string(),
});

/**
 * Verifies the proof of one decision with nothing but the file and the keys that are trusted.
 * @throws {Failure} `not-verified`, saying what is wrong
 */
export function verifyProofFile(path: string, { keys, witnesses }: Trusting): Answer {
  if (keys.length === 0) throw new Failure('wrong-usage', 'A proof is verified with the public key of the log: give it with --key.');
  if (statSync(path).size > MAX_BYTES) throw notVerified('hostile', `${path} is larger than any proof.`);
  const source = textOf(readFileSync(path));
  const proof = source === undefined ? undefined : parseProofFile(source);
  if (source === undefined || !proof) throw notVerified('unreadable', `${path} is no tlog-proof file.`);
  const extra = extraOf(proof.extra);
  const origin = parseCheckpoint(parseNote(proof.checkpoint)?.text ?? '')?.origin ?? '';
  const verified = verifyProof(
    source,
    utf8(extra.envelope),
    { origin, keys: keys.filter(({ name, type }) => name === origin || type === 4), witnesses },
    nodeCrypto,
  );
  if (verified.problem === 'not-a-proof') throw notVerified('unreadable', `${path} is no tlog-proof file.`);
  if (verified.problem === 'not-in-the-log') throw notVerified('not-in-the-log', 'The decision in it does not stand in the log where it says.');
  if (verified.problem !== undefined) throw notVerified(...told[verified.problem]);
  const decided = Decided.safeParse(JSON.parse(extra.envelope));
  if (!decided.success || decided.data.position !== verified.index + 1)
    throw notVerified('not-in-the-log', 'Its envelope does not say the place where it stands in the log.');
  const { id, type, stream, position, recordedAt, dataDigest } = decided.data;
  const data = dataOf(extra, dataDigest, id);
  return {
    lines: [
      `Verified: decision ${id} (${type} on ${stream}, recorded at ${recordedAt}) stands at position ${position} of ${verified.size} in ${origin}.`,
      data === undefined ? 'What was decided is not in the file; its envelope has the digest of it.' : `It says ${data}`,
      ...keys.filter(({ name }) => verified.signedBy.includes(name)).map((key) => `Signed by ${formatKey(key)}`),
    ],
    data: {
      verified: true,
      origin,
      ...decided.data,
      size: verified.size,
      signedBy: verified.signedBy,
      ...(data !== undefined && { content: JSON.parse(data) }),
    },
  };
}

function extraOf(bytes: Uint8Array | undefined): z.output<typeof Extra> {
  try {
    return Extra.parse(JSON.parse(textOf(bytes ?? new Uint8Array(0)) ?? ''));
  } catch {
    throw notVerified('unreadable', 'The proof does not carry the envelope of its decision.');
  }
}

function dataOf({ data, salt }: z.output<typeof Extra>, dataDigest: string, id: string): string | undefined {
  if (data === undefined && salt === undefined) return undefined;
  const salted = Buffer.concat([Buffer.from(salt ?? '', 'hex'), Buffer.from(data ?? '')]);
  if (`sha256:${hash('sha256', salted, 'hex')}` === dataDigest) return data;
  throw notVerified('changed', `The data of the decision ${id} is not what its envelope attests.`, { decision: id });
}
