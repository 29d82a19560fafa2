import { hash, hkdfSync } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import { type KeyEncryption, KeyUnavailable } from './port.ts';

/**
 * Key encryption with secrets that the operator keeps (HKDF-SHA-256, RFC 5869, then AES-256-GCM).
 * @param secrets the one in use first, then older ones, until everything is wrapped anew
 */
export function keyEncryptionWith(secrets: readonly [string, ...string[]]): KeyEncryption {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'jalon key encryption', KEY_BYTES)));
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const inUse = keys[0]!;
  return {
    id: idOf(inUse),
    wrap: async (key, context) => encrypt(inUse, key, context),
    async unwrap(wrapped, context, by) {
      const key = byId.get(by);
      if (!key) throw new KeyUnavailable(`A key is wrapped by ${by}, which is not among JALON_PRIVACY_KEY: add it there, after the one in use.`);
      try {
        return decrypt(key, wrapped, context);
      } catch (cause) {
        throw new KeyUnavailable('A wrapped key is damaged: restore schema privacy from a copy.', { cause });
      }
    },
  };
}

/** Tells keys apart without telling anything of them. */
const idOf = (key: Buffer): string => hash('sha256', key, 'hex').slice(0, 16);
