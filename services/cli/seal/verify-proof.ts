import { readFileSync, statSync } from 'node:fs';
import { COSIGNATURE, type DecisionProofProblem, formatKey, nodeCrypto, originOfProof, textOf, verifyDecisionProof } from '@jalon/seal';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { notVerified, type Why } from './not-verified.ts';
import { type Trusting, told } from './verify-export.ts';

const MAX_BYTES = 8_000_000;

const wrong: Readonly<Record<DecisionProofProblem, readonly [Why, string]>> = {
  ...told,
  'not-a-proof': ['unreadable', 'It is no tlog-proof file.'],
  'no-envelope': ['unreadable', 'The proof does not carry the envelope of its decision.'],
  'not-in-the-log': ['not-in-the-log', 'The decision in it does not stand in the log where it says.'],
  'another-place': ['not-in-the-log', 'Its envelope does not say the place where it stands in the log.'],
  'data-changed': ['changed', 'The data of the decision is not what its envelope attests.'],
};

/**
 * Verifies the proof of one decision with nothing but the file and the keys that are trusted.
 * @throws {Failure} `not-verified`, saying what is wrong
 */
export function verifyProofFile(path: string, { keys, witnesses }: Trusting): Answer {
  if (keys.length === 0) throw new Failure('wrong-usage', 'A proof is verified with the public key of the log: give it with --key.');
  if (statSync(path).size > MAX_BYTES) throw notVerified('hostile', `${path} is larger than any proof.`);
  const source = textOf(readFileSync(path)) ?? '';
  const of = originOfProof(source);
  const trusted = keys.filter(({ name, type }) => name === of || type === COSIGNATURE);
  const verified = verifyDecisionProof(source, { keys: trusted, witnesses }, nodeCrypto);
  if (verified.problem !== undefined) throw notVerified(...wrong[verified.problem]);
  const { decision, data, origin, size, signedBy } = verified;
  const { id, type, stream, position, recordedAt } = decision;
  return {
    lines: [
      `Verified: decision ${id} (${type} on ${stream}, recorded at ${recordedAt}) stands at position ${position} of ${size} in ${origin}.`,
      data === undefined ? 'What was decided is not in the file; its envelope has the digest of it.' : `It says ${data}`,
      ...keys.filter(({ name }) => signedBy.includes(name)).map((key) => `Signed by ${formatKey(key)}`),
    ],
    data: { verified: true, origin, ...decision, size, signedBy, ...(data !== undefined && { content: JSON.parse(data) as unknown }) },
  };
}
