import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Crypto } from './crypto.ts';
import { type Signer, verifierKey } from './note/signed-note.ts';

/** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Keys that were used before: making one ready takes longer than a verification. */
const ready = new Map<string, KeyObject>();

function publicKeyOf(bytes: Uint8Array): KeyObject {
  const name = Buffer.from(bytes).toString('hex');
  const key = ready.get(name) ?? createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
  if (ready.size < 100) ready.set(name, key);
  return key;
}

/** The cryptography of the seal by node:crypto. */
export const nodeCrypto: Crypto = {
  // By way of a string: making a buffer of its own for each hash takes node:crypto three times as long as hashing (measured on Node 24).
  sha256: (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary'),
  verifyEd25519(publicKey, message, signature) {
    try {
      return verify(undefined, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};

const rawPublicKey = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length));

/** A new private key, as PEM (PKCS #8): what `openssl genpkey -algorithm ed25519` makes. */
export const newSealKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

/**
 * Signs under a name with each of the Ed25519 private keys of a text, in their order: PKCS #8 as PEM, or the same as base 64 in one line, several one after
 * the other. Throws where it holds none, or something else.
 */
export function signersOf(text: string): (name: string) => readonly Signer[] {
  const bodies = text.replaceAll(
    /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/g,
    (_, body: string) => ` ${body.replaceAll(/\s/g, '')} `,
  );
  const keys = bodies.split(/\s+/).filter(Boolean).map(privateKeyOf);
  if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== 'ed25519')) {
    throw new TypeError('The key of the seal is no Ed25519 private key: `openssl genpkey -algorithm ed25519` makes one.');
  }
  return signersWith(keys as readonly KeyObject[]);
}

function privateKeyOf(body: string): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

function signersWith(keys: readonly KeyObject[]): (name: string) => readonly Signer[] {
  return (name) =>
    keys.map((key) => ({ key: verifierKey(name, rawPublicKey(key), nodeCrypto.sha256), sign: (message) => sign(undefined, message, key) }));
}
