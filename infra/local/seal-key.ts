import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newSealKey } from '@jalon/seal';

/** The key that signs the checkpoints of this checkout, made on the first start and readable by its user alone; gives its path. */
export function sealKeyIn(file: string): string {
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, newSealKey(), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return file;
}
