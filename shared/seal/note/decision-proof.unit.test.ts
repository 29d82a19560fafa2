import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../bytes.ts';
import { newSealKey, nodeCrypto, signersOf } from '../node-crypto.ts';
import { growingTree } from '../tree/growing.ts';
import { treeHash } from '../tree/hashing.ts';
import { checkpointText } from './checkpoint.ts';
import { originOfProof, verifyDecisionProof } from './decision-proof.ts';
import { formatProofFile } from './proof-file.ts';
import { formatNote, signNote } from './signed-note.ts';

const origin = 'jalon.example/region';
const signer = signersOf(newSealKey())(origin)[0]!;
const trust = { keys: [signer.key] };
const salt = '00112233445566778899aabbccddeeff';
const data = '{"outcome":"granted"}';
const dataDigest = `sha256:${createHash('sha256').update(Buffer.from(salt, 'hex')).update(data).digest('hex')}`;
const envelopeAt = (position: number) =>
  JSON.stringify({ dataDigest, id: 'd1', position, recordedAt: '2027-03-01T09:00:00.000Z', stream: 'project-p', type: 'funding-decided' });

/** A log whose only decision is this, and its proof with what is said beside it. */
function proofOf(envelope: string, extra: unknown): string {
  const hashing = treeHash(nodeCrypto.sha256);
  const tree = growingTree(hashing);
  tree.append(hashing.leaf(utf8(envelope)));
  const checkpoint = formatNote(signNote(checkpointText({ origin, size: 1, root: Uint8Array.from(tree.root()) }), [signer]));
  return formatProofFile({ extra: utf8(JSON.stringify(extra)), index: 0, hashes: [], checkpoint });
}
const envelope = envelopeAt(1);
const verify = (source: string, keys = trust) => verifyDecisionProof(source, keys, nodeCrypto);

describe('the proof of a decision', () => {
  it('shows which decision stands where, and what was decided where that is in the file', () => {
    const shown = { origin, size: 1, signedBy: [origin], decision: { id: 'd1', position: 1, type: 'funding-decided' } };
    expect(verify(proofOf(envelope, { envelope }))).toMatchObject(shown);
    expect(verify(proofOf(envelope, { envelope }))).not.toHaveProperty('data');
    expect(verify(proofOf(envelope, { envelope, data, salt }))).toMatchObject({ ...shown, data });
    expect(originOfProof(proofOf(envelope, { envelope }))).toBe(origin);
  });

  it.each<readonly [string, string, string]>([
    ['the data was changed', proofOf(envelope, { envelope, data: '{"outcome":"declined"}', salt }), 'data-changed'],
    ['the data has no salt', proofOf(envelope, { envelope, data }), 'no-envelope'],
    ['the envelope is another one', proofOf(envelope, { envelope: envelope.replace('d1', 'd2') }), 'not-in-the-log'],
    ['the envelope names another place', proofOf(envelopeAt(7), { envelope: envelopeAt(7) }), 'another-place'],
    ['there is no envelope', proofOf(envelope, { data }), 'no-envelope'],
    ['it is no proof', 'hello', 'not-a-proof'],
  ])('is refused where %s', (_, source, problem) => expect(verify(source)).toEqual({ problem }));

  it('is refused where another key signed', () => {
    const stranger = signersOf(newSealKey())(origin)[0]!;
    expect(verify(proofOf(envelope, { envelope }), { keys: [stranger.key] })).toEqual({ problem: 'not-signed' });
  });

  it('never shows another decision than the one that was sealed, whatever is changed in the file', () => {
    const whole = proofOf(envelope, { envelope, data, salt });
    const changes = fc.property(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, char) => {
      const shown = verify(whole.slice(0, at) + char + whole.slice(at + 1));
      if (shown.problem === undefined) expect(shown).toMatchObject({ decision: { id: 'd1', position: 1 }, data });
    });
    fc.assert(changes, { numRuns: 500 });
  });
});
