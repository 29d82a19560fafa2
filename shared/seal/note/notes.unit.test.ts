import { generateKeyPairSync, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { base64, concat, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { newSealKey, nodeCrypto, signersOf } from '../node-crypto.ts';
import { growingTree } from '../tree/growing.ts';
import { treeHash } from '../tree/hashing.ts';
import { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { formatProofFile, parseProofFile, verifyProof } from './proof-file.ts';
import {
  COSIGNATURE,
  cosigned,
  formatKey,
  formatNote,
  formatSignature,
  parseKey,
  parseNote,
  signNote,
  verifierKey,
  verifyNote,
} from './signed-note.ts';
import { keysFrom, successionText } from './succession.ts';

const browser: Crypto = {
  sha256,
  verifyEd25519(publicKey, message, signature) {
    try {
      return ed25519.verify(signature, message, publicKey);
    } catch {
      return false;
    }
  },
};

/** The example of golang.org/x/mod/sumdb/note. */
const published = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const origin = 'jalon.example/region';
const signerNow = () => signersOf(newSealKey())(origin)[0]!;
const [ours, other] = [signerNow(), signerNow()];
const hashing = treeHash(nodeCrypto.sha256);
const tree = growingTree(hashing);
for (const entry of ['a', 'b']) tree.append(hashing.leaf(utf8(entry)));
const head = { origin, size: 2, root: Uint8Array.from(tree.root()) };
const checkpoint = formatNote(signNote(checkpointText(head), [ours]));
const trust = { origin, keys: [ours.key] };

const { privateKey: witnessSecret, publicKey: witnessPublic } = generateKeyPairSync('ed25519');
const witness = verifierKey(
  'witness.example/w1',
  new Uint8Array(witnessPublic.export({ format: 'der', type: 'spki' }).subarray(-32)),
  nodeCrypto.sha256,
  COSIGNATURE,
);
function cosignature(text: string, at = 1_679_315_147) {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  const signature = concat(time, new Uint8Array(sign(undefined, cosigned(text, at), witnessSecret)));
  return formatSignature({ name: witness.name, id: witness.id, signature });
}

describe.each([
  ['node:crypto', nodeCrypto],
  ['a browser', browser],
])('a signed note, by %s,', (_, crypto) => {
  it('verifies where others published one, and not with a changed letter', () => {
    const key = parseKey(published.key, crypto.sha256)!;
    const note = parseNote(`${published.text}\n${published.signature}`)!;
    expect(verifyNote(note, [key], crypto)).toEqual([{ key }]);
    expect(verifyNote({ ...note, text: note.text.replace('answer', 'enswer') }, [key], crypto)).toBeUndefined();
    expect(formatNote(note)).toBe(`${published.text}\n${published.signature}`);
    expect(formatKey(key)).toBe(published.key);
  });

  it('holds a checkpoint that only the key of the log vouches for', () => {
    expect(openCheckpoint(checkpoint, trust, crypto)).toMatchObject({ checkpoint: head, by: [{ key: ours.key }] });
    expect(openCheckpoint(checkpoint, { origin, keys: [other.key] }, crypto)).toEqual({ problem: 'not-signed' });
    expect(openCheckpoint(checkpoint, { ...trust, origin: 'jalon.example/ville' }, crypto)).toEqual({ problem: 'another-log' });
    expect(openCheckpoint(checkpoint.replace('\n2\n', '\n3\n'), trust, crypto)).toEqual({ problem: 'wrong-signature' });
    expect(openCheckpoint('nothing of the kind', trust, crypto)).toEqual({ problem: 'not-a-checkpoint' });
  });

  it('counts the witnesses who signed beside the log, at the time that they say', () => {
    const text = checkpointText(head);
    const watched = { ...trust, keys: [ours.key, witness], witnesses: 1 };
    expect(openCheckpoint(checkpoint, watched, crypto)).toEqual({ problem: 'too-few-witnesses' });
    expect(openCheckpoint(checkpoint + cosignature(text), watched, crypto)).toMatchObject({ by: [{}, { key: witness, at: 1_679_315_147 }] });
    expect(openCheckpoint(checkpoint + cosignature(text) + cosignature(text), { ...watched, witnesses: 2 }, crypto)).toEqual({
      problem: 'too-few-witnesses',
    });
    expect(openCheckpoint(checkpoint + cosignature(text.replace('2', '3')), watched, crypto)).toEqual({ problem: 'wrong-signature' });
    const witnessAlone = formatNote({ text, signatures: [] }) + cosignature(text);
    expect(openCheckpoint(witnessAlone, watched, crypto)).toEqual({ problem: 'not-signed' });
  });

  it('comes with a proof that verifies with nothing but the key', () => {
    const proof = formatProofFile({ index: 1, hashes: [hashing.leaf(utf8('a'))], checkpoint, extra: utf8('{"data":{}}') });
    expect(verifyProof(proof, utf8('b'), trust, crypto)).toEqual({ index: 1, size: 2, signedBy: [origin] });
    expect(verifyProof(proof, utf8('c'), trust, crypto)).toEqual({ problem: 'not-in-the-log' });
    expect(verifyProof(proof.replace('index 1', 'index 0'), utf8('b'), trust, crypto)).toEqual({ problem: 'not-in-the-log' });
    expect(verifyProof(proof, utf8('b'), { origin, keys: [] }, crypto)).toEqual({ problem: 'not-signed' });
    expect(parseProofFile(proof)?.extra).toEqual(utf8('{"data":{}}'));
  });
});

describe('what is no note, key, checkpoint or proof', () => {
  it.each([
    ['no text', ''],
    ['no signature', 'text\n'],
    ['an empty signature', 'text\n\n\n'],
    ['a signature in another form', `${published.text}\n- PeterNeumann x08go/ZJ\n`],
    ['base 64 with another spelling', `${published.text}\n${published.signature.replace('nAM=', 'nAN=')}`],
    ['a control character', `te\u0007xt\n\n${published.signature}`],
    ['a carriage return', `text\r\n\n${published.signature}`],
    ['half a surrogate pair', `te\ud800xt\n\n${published.signature}`],
    ['no end', `text\n\n${published.signature.trimEnd()}`],
    ['more than anybody reads', `${'a'.repeat(300_000)}\n\n${published.signature}`],
    ['a thousand signatures', `text\n\n${published.signature.repeat(1_000)}`],
  ])('%s', (_, source) => expect(parseNote(source)).toBeUndefined());

  it.each([
    'a+00000000+AQ==',
    published.key.replace('c74f20a3', 'c74f20a4'),
    published.key.replace('+AR', '+BR'),
    published.key.replace('PeterNeumann', 'Peter Neumann'),
    `${published.key}A`,
    '',
  ])('the key %s', (text) => expect(parseKey(text, nodeCrypto.sha256)).toBeUndefined());

  it.each([
    'a\n-1\nAAAA\n',
    `a\n01\n${base64(head.root)}\n`,
    `a\n1e3\n${base64(head.root)}\n`,
    `a\n99999999999999999999\n${base64(head.root)}\n`,
    `\n1\n${base64(head.root)}\n`,
    `a\n1\n${base64(head.root.slice(1))}\n`,
    `a\n1\n${base64(head.root)}`,
    `a\n1\n${base64(head.root)}\n\n`,
  ])('the checkpoint %j', (text) => expect(parseCheckpoint(text)).toBeUndefined());

  it.each([
    'c2sp.org/tlog-proof@v2\nindex 0\n\n',
    'c2sp.org/tlog-proof@v1\nindex -1\n\n',
    'c2sp.org/tlog-proof@v1\n\nindex 1\n',
    `c2sp.org/tlog-proof@v1\nindex 0\n${`${base64(head.root)}\n`.repeat(1_000)}\n`,
    'c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n',
    'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n',
    '',
  ])('the proof %#', (text) => expect(verifyProof(text, utf8('a'), trust, nodeCrypto)).toEqual({ problem: 'not-a-proof' }));
});

describe('a key of the log that is replaced', () => {
  const [next, third] = [signerNow(), signerNow()];
  const succeeds = (by: typeof ours, to: typeof ours, size: number) => formatNote(signNote(successionText(origin, to.key, size), [by, to]));
  const signed = (by: typeof ours, size: number) => formatNote(signNote(checkpointText({ ...head, size }), [by]));
  const open = (source: string, statements: readonly string[]) => {
    const keys = keysFrom([ours.key], statements, origin, nodeCrypto);
    return keys ? openCheckpoint(source, { origin, keys }, nodeCrypto).problem : 'keys-in-dispute';
  };

  it('vouches for the next one, in any order, and signs nothing larger from then on', () => {
    const statements = [succeeds(next, third, 9), succeeds(ours, next, 5)];
    expect(open(signed(third, 12), statements)).toBeUndefined();
    expect(open(signed(next, 9), statements)).toBeUndefined();
    expect(open(signed(ours, 5), statements)).toBeUndefined();
    expect(open(signed(ours, 6), statements)).toBe('not-signed');
    expect(open(signed(next, 10), statements)).toBe('not-signed');
  });

  it('is not replaced by one that only says so itself, nor for another log', () => {
    const bySelf = formatNote(signNote(successionText(origin, next.key, 5), [next]));
    const elsewhere = formatNote(signNote(successionText('jalon.example/ville', next.key, 5), [ours, next]));
    expect(open(signed(next, 9), [bySelf])).toBe('not-signed');
    expect(open(signed(next, 9), [elsewhere])).toBe('not-signed');
    expect(open(signed(next, 9), ['not a note'])).toBe('not-signed');
  });

  it('is trusted no more where it named two', () => {
    expect(open(signed(next, 9), [succeeds(ours, next, 5), succeeds(ours, third, 5)])).toBe('keys-in-dispute');
  });
});

describe('the private key', () => {
  it('is refused where it is none that signs notes', () => {
    expect(() => signersOf('')).toThrow('openssl genpkey -algorithm ed25519');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => signersOf(rsa)).toThrow('no Ed25519 private key');
  });

  it('is taken as PEM and in one line', () => {
    const pem = newSealKey();
    const line = pem.replaceAll(/-----.*-----|\s/g, '');
    expect(signersOf(line)(origin)[0]?.key).toEqual(signersOf(pem)(origin)[0]?.key);
    expect(() => signersOf('not a key')).toThrow('no Ed25519 private key');
  });

  it('may be followed by the one before, which then signs too', () => {
    expect(signersOf(newSealKey() + newSealKey())(origin).length).toBe(2);
  });
});
