import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout of Jalon. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a checkout keeps between starts, all below `.jalon/`. */
export const places = (folder: string) => ({
  folder,
  /** Who runs, since when, and what it started. */
  lock: join(folder, 'lock'),
  /** Passwords and keys made on the first start. */
  secrets: join(folder, 'secrets.json'),
  /** The ports of the last start: the next one takes the same. */
  ports: join(folder, 'ports.json'),
  /** The variables of the running system, for `jalon` on the command line; there while it runs. */
  environment: join(folder, 'environment'),
  /** Signs the checkpoints of the log. */
  sealKey: join(folder, 'seal-key.pem'),
  /** The copies of the checkpoints outside the database. */
  checkpoints: join(folder, 'checkpoints'),
  /** Wraps the keys that personal data is sealed with. */
  privacyKey: join(folder, 'privacy-key'),
  /** Who was erased, outside the database. */
  erasures: join(folder, 'erasures.jsonl'),
  identityKeys: join(folder, 'identity-keys.json'),
  /** Which database has the demonstration. */
  demonstration: join(folder, 'demonstration-loaded'),
  mail: join(folder, 'mail'),
  /** The bytes of attachments. */
  objects: join(folder, 'objects'),
  log: (name: string) => join(folder, 'logs', `${name}.log`),
  data: (server: string) => join(folder, server),
});

export type Places = ReturnType<typeof places>;
