import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Keys = z.object({ signing: z.looseObject({ kty: z.literal('EC') }), cookies: z.array(z.string().min(32)).min(1) });

/** What the provider signs with. */
export interface IdentityKeys {
  readonly signing: JsonWebKey;
  readonly cookies: readonly string[];
}

/** The keys kept in this file, made when there are none: a token stays good over a restart. */
export function identityKeys(file: string): IdentityKeys {
  if (!existsSync(file)) {
    const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const keys: IdentityKeys = {
      signing: { ...signing, kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' },
      cookies: [randomBytes(32).toString('base64url')],
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(keys, null, 2), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
}
