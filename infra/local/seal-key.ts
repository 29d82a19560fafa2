import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newSealKey } from '@jalon/seal';

/** A key of this checkout, made on the first start and readable by its user alone; gives its path. */
function keyIn(file: string, newKey: () => string): string {
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, newKey(), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return file;
}

/** The key that signs the checkpoints. */
export const sealKeyIn = (file: string): string => keyIn(file, newSealKey);

/** The key that wraps the keys of personal data. */
export const privacyKeyIn = (file: string): string => keyIn(file, () => randomBytes(32).toString('hex'));
