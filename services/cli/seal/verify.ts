import { readFileSync, statSync } from 'node:fs';
import { COSIGNATURE } from '@jalon/seal';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import type { VerifyOptions } from './commands.ts';
import { notVerified } from './not-verified.ts';
import { givenKey } from './trusted-keys.ts';
import { type Trusting, verifyExport } from './verify-export.ts';
import { verifyProofFile } from './verify-proof.ts';

/**
 * Verifies an export (a folder) or the proof of a decision (a file). It asks nobody, and believes nothing but the keys given: each witness among them has to
 * have signed.
 * @throws {Failure} `not-verified` for whatever does not verify, also where it cannot be read at all
 */
export async function verify(path: string, { keys: given, checkpoints: kept = [], authorities }: VerifyOptions): Promise<Answer> {
  const keys = given.map(givenKey);
  const witnesses = keys.filter(({ type }) => type === COSIGNATURE).length;
  if (given.length > 0 && witnesses === keys.length) throw new Failure('wrong-usage', 'These are keys of witnesses: give the key of the log too.');
  const trusting: Trusting = {
    keys,
    witnesses,
    kept: kept.map((file) => ({ file, note: textIn(file) })),
    authorities: authorities === undefined ? '' : certificatesIn(authorities),
  };
  const what = statSync(path, { throwIfNoEntry: false });
  if (!what) throw new Failure('wrong-usage', `There is no ${path}.`);
  if (kept.length > 0 && !what.isDirectory())
    throw new Failure('wrong-usage', 'A proof cannot be compared with a checkpoint that you kept: verify an export with --checkpoint.');
  try {
    return what.isDirectory() ? await verifyExport(path, trusting) : verifyProofFile(path, trusting);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw notVerified('unreadable', `${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

/** The text of a checkpoint that was kept; whether it is one is seen with the keys. */
function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure('wrong-usage', `${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

function certificatesIn(path: string): string {
  try {
    const pem = readFileSync(path, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  } catch {
    // told below
  }
  throw new Failure('wrong-usage', `${path} holds no certificate (PEM).`);
}
