import { keysFrom, parseKey, verifyDecisionProof } from '@jalon/seal/verify';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Proving, Shown } from './verify-proof.ts';

const crypto = {
  sha256,
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    try {
      return ed25519.verify(signature, message, publicKey);
    } catch {
      return false;
    }
  },
};

function judge({ proof, origin, key, statements }: Proving): Shown {
  const trusted = parseKey(key, sha256);
  if (!trusted) return { problem: 'no-key' };
  const keys = keysFrom([trusted], statements, origin, crypto);
  return keys ? verifyDecisionProof(proof, { keys }, crypto) : { problem: 'keys-contradict' };
}

addEventListener('message', ({ data }: MessageEvent<Proving>) => postMessage(judge(data)));
