import { contentOf, type Sealed } from '@jalon/domain/sealing';
import type { Configuration } from '@jalon/runtime';
import type { Pool } from 'pg';
import { decrypt, encrypt, newKey } from './cipher.ts';
import { keyEncryptionWith } from './key-encryption.ts';
import { type KeyEncryption, KeyUnavailable, type Opened, type Plain, type Privacy, type SubjectState } from './port.ts';

interface KeyRow {
  readonly state: SubjectState;
  readonly wrapped: Buffer | null;
  readonly wrapped_by: string | null;
}

/** What a sealed text or a wrapped key is bound to, so that none can be put in the place of another. */
const contextOf = (tenant: string, subject: string): string => `${tenant}\n${subject}`;

/**
 * Personal data under the keys of a database. Keys are asked for each time and kept nowhere else, so that what one process erases no other opens.
 * Without `keyEncryption` nothing is sealed or opened, but erased all the same.
 */
export function privacyIn(pool: Pool, keyEncryption?: KeyEncryption): Privacy {
  function encryption(): KeyEncryption {
    if (keyEncryption) return keyEncryption;
    throw new KeyUnavailable('JALON_PRIVACY_KEY is not set: personal data can be neither recorded nor shown.');
  }

  async function keyFrom(row: KeyRow | undefined, tenant: string, subject: string): Promise<Buffer | undefined> {
    if (!row?.wrapped || row.wrapped_by === null) return undefined;
    return encryption().unwrap(row.wrapped, contextOf(tenant, subject), row.wrapped_by);
  }

  /** The key of a subject, made where it has none. Undefined where it is erased. */
  async function keyFor(tenant: string, subject: string): Promise<Buffer | undefined> {
    const { rows: found } = await pool.query<KeyRow>({
      name: 'key of subject',
      text: 'SELECT state, wrapped, wrapped_by FROM privacy.keys WHERE tenant = $1 AND subject = $2',
      values: [tenant, subject],
    });
    if (found[0]) return keyFrom(found[0], tenant, subject);
    const wrapped = await encryption().wrap(newKey(), contextOf(tenant, subject));
    const { rows } = await pool.query<KeyRow>('SELECT * FROM privacy.key_of($1, $2, $3, $4)', [tenant, subject, wrapped, encryption().id]);
    return keyFrom(rows[0], tenant, subject);
  }

  async function keysOf(tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    if (subjects.length === 0) return new Map();
    const { rows } = await pool.query<KeyRow & { readonly subject: string }>({
      name: 'keys of subjects',
      text: 'SELECT subject, state, wrapped, wrapped_by FROM privacy.keys WHERE tenant = $1 AND subject = ANY ($2)',
      values: [tenant, subjects],
    });
    const keys = await Promise.all(rows.map(async (row) => [row.subject, await keyFrom(row, tenant, row.subject)] as const));
    return new Map(keys.flatMap(([subject, key]) => (key ? [[subject, key] as const] : [])));
  }

  return {
    async seal(tenant, pieces) {
      const subjects = [...new Set(pieces.map(({ of }) => of))];
      const keys = new Map(await Promise.all(subjects.map(async (of) => [of, await keyFor(tenant, of)] as const)));
      return pieces.map(({ of, text }: Plain): Sealed | 'erased' => {
        const key = keys.get(of);
        return key ? { of, sealed: encrypt(key, Buffer.from(text), contextOf(tenant, of)).toString('base64url') } : 'erased';
      });
    },

    async open(tenant, contents) {
      const found = contents.map(contentOf);
      const keys = await keysOf(tenant, [...new Set(found.flatMap((content) => (typeof content === 'object' ? [content.of] : [])))]);
      return found.map((content): Opened => {
        if (typeof content !== 'object') return content === undefined ? undefined : { text: content };
        const key = keys.get(content.of);
        return key ? { text: decrypt(key, Buffer.from(content.sealed, 'base64url'), contextOf(tenant, content.of)).toString() } : { erased: true };
      });
    },

    async stateOf(tenant, subject) {
      const { rows } = await pool.query<KeyRow>('SELECT state FROM privacy.keys WHERE tenant = $1 AND subject = $2', [tenant, subject]);
      return rows[0]?.state ?? 'never';
    },

    async erase(tenant, subject) {
      const { rows } = await pool.query<{ had: boolean }>('SELECT privacy.erase($1, $2) AS had', [tenant, subject]);
      return rows[0]?.had ?? false;
    },

    async rewrap() {
      const { rows } = await pool.query<KeyRow & { readonly tenant: string; readonly subject: string }>(
        `SELECT tenant, subject, state, wrapped, wrapped_by FROM privacy.keys WHERE state = 'active' AND wrapped_by <> $1`,
        [encryption().id],
      );
      for (const row of rows) {
        const key = await keyFrom(row, row.tenant, row.subject);
        if (!key) continue;
        const wrapped = await encryption().wrap(key, contextOf(row.tenant, row.subject));
        await pool.query('SELECT privacy.rewrap($1, $2, $3, $4, $5)', [row.tenant, row.subject, row.wrapped, wrapped, encryption().id]);
      }
      return rows.length;
    },
  };
}

/** The same, with the key-encryption key of a service's configuration. */
export const privacyWith = (pool: Pool, { privacy: { keys } }: Pick<Configuration, 'privacy'>): Privacy =>
  privacyIn(pool, keys && keyEncryptionWith(keys));
