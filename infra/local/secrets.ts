import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Unavailable } from '../servers/server.ts';

const Secrets = z.object({
  /** Of PostgreSQL's superuser and of the two roles of Jalon. */
  postgres: z.string().min(16),
  owner: z.string().min(16),
  service: z.string().min(16),
  /** JALON_COMMAND_KEY. */
  commandKey: z.string().min(16),
});
export type Secrets = z.output<typeof Secrets>;

/** The secrets of this checkout, made on the first start and readable by its user alone. */
export function secretsIn(file: string): Secrets {
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('hex');
    mkdirSync(dirname(file), { recursive: true });
    const made: Secrets = { postgres: secret(), owner: secret(), service: secret(), commandKey: secret() };
    writeFileSync(`${file}.part`, JSON.stringify(made, null, 2), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  const read = Secrets.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!read.success) throw new Unavailable(`${file} is damaged: bring it back, or remove the folder it is in to begin again with empty data.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
