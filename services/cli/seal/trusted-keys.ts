import { readFileSync } from 'node:fs';
import { keysFrom, nodeCrypto, parseKey, type TrustedKey, type VerifierKey } from '@jalon/seal';
import type { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Keys } from './bundle.ts';
import { notVerified } from './not-verified.ts';

/** A public key that was given, as its text or as the path of a file that holds it. */
export function givenKey(given: string): VerifierKey {
  const key = parseKey(given.trim(), nodeCrypto.sha256) ?? parseKey(textOf(given), nodeCrypto.sha256);
  if (key) return key;
  throw new Failure(
    'wrong-usage',
    `"${given}" is no public key, nor a file with one: a key is <name>+<id>+<base64>, as /log/<tenant>/keys shows it.`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** The keys to verify with: those that follow from the ones given, else from the first that came with the export, which then proves nothing of who made it. */
export function trustedKeys({ origin, keys }: z.output<typeof Keys>, given: readonly VerifierKey[]): readonly TrustedKey[] {
  const first = given.length > 0 ? given : [parseKey(keys[0]!.key, nodeCrypto.sha256)];
  const trusted = first.filter((key) => key !== undefined);
  if (trusted.length === 0) throw notVerified('unreadable', 'The first key in log/keys.json is no key.', { file: 'log/keys.json' });
  const statements = keys.map(({ statement }) => statement).filter((statement) => statement !== undefined);
  const followed = keysFrom(trusted, statements, origin, nodeCrypto);
  if (!followed)
    throw notVerified('wrong-key', 'The statements by which its keys follow each other contradict themselves.', { file: 'log/keys.json' });
  return followed;
}
