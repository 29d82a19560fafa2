import { hash, randomBytes } from 'node:crypto';
import type { Clock } from '@jalon/runtime';
import type { Pool } from 'pg';
import type { Attempt, Session, Sessions, SignedIn } from './port.ts';

const MINUTE_MS = 60_000;
/** How long somebody may take at their provider. */
const ATTEMPT_MS = 10 * MINUTE_MS;
/** Being seen is written down at most this often: reading a page would otherwise write for each of its requests. */
const NOTED_MS = MINUTE_MS;

export interface SessionOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  /** How long nothing may be asked in a session, and how long it lasts at most (minutes). */
  readonly idleMinutes: number;
  readonly longestMinutes: number;
}

interface Row {
  readonly tenant: string;
  readonly person: string;
  readonly provider: string;
  readonly subject: string;
  readonly provider_session: string | null;
  readonly id_token: string | null;
  readonly display_name: string | null;
  readonly authenticated_at: Date;
  readonly level: string | null;
  readonly siret: string | null;
  readonly seen_at: Date;
  readonly ends_at: Date;
}

const columns = 'tenant, person, provider, subject, provider_session, id_token, display_name, authenticated_at, level, siret, seen_at, ends_at';
/** 256 bits that nobody can guess; so a plain hash of them is as good as a slow one. */
const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** Sessions in PostgreSQL, shared by every process that serves people. */
export function sessionsIn({ pool, clock, idleMinutes, longestMinutes }: SessionOptions): Sessions {
  const after = (ms: number) => new Date(clock().getTime() + ms);
  const idleSince = () => after(-idleMinutes * MINUTE_MS);

  async function end(secret: string): Promise<Session | undefined> {
    const { rows } = await pool.query<Row>(`DELETE FROM sessions.session WHERE secret_hash = $1 RETURNING ${columns}`, [hashOf(secret)]);
    return rows[0] && sessionOf(rows[0]);
  }

  return {
    end,

    async begin(signedIn, before) {
      if (before !== undefined) await end(before);
      await pool.query('DELETE FROM sessions.session WHERE ends_at <= $1 OR seen_at <= $2', [clock(), idleSince()]);
      const [secret, endsAt] = [newSecret(), after(longestMinutes * MINUTE_MS)];
      const { tenant, person, provider, subject, providerSession, idToken, displayName, authenticatedAt, level, siret } = signedIn;
      await pool.query(
        `INSERT INTO sessions.session (secret_hash, ${columns}, began_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)`,
        [hashOf(secret), tenant, person, provider, subject, providerSession, idToken, displayName, authenticatedAt, level, siret, clock(), endsAt],
      );
      return { secret, session: { ...signedIn, endsAt } };
    },

    async find(secret) {
      const [name, now] = [hashOf(secret), clock()];
      const { rows } = await pool.query<Row>({
        name: 'session of a secret',
        text: `SELECT ${columns} FROM sessions.session WHERE secret_hash = $1 AND ends_at > $2 AND seen_at > $3`,
        values: [name, now, idleSince()],
      });
      const row = rows[0];
      if (!row) return undefined;
      if (now.getTime() - row.seen_at.getTime() > NOTED_MS) {
        await pool.query('UPDATE sessions.session SET seen_at = $2 WHERE secret_hash = $1', [name, now]);
      }
      return sessionOf(row);
    },

    async endAll(tenant, person) {
      const { rowCount } = await pool.query('DELETE FROM sessions.session WHERE tenant = $1 AND person = $2', [tenant, person]);
      return rowCount ?? 0;
    },

    async endAt(provider, { session, subject }) {
      if (session === undefined && subject === undefined) return 0;
      const { rowCount } = await pool.query(
        `DELETE FROM sessions.session
         WHERE provider = $1 AND ($2::text IS NULL OR provider_session = $2) AND ($3::text IS NULL OR subject = $3)`,
        [provider, session, subject],
      );
      return rowCount ?? 0;
    },

    async attempt(state, browser, { provider, nonce, verifier, backTo, linkTo }) {
      await pool.query('DELETE FROM sessions.attempt WHERE ends_at <= $1', [clock()]);
      await pool.query(
        `INSERT INTO sessions.attempt (state_hash, browser_hash, provider, nonce, verifier, back_to, ends_at, link_tenant, link_person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [hashOf(state), hashOf(browser), provider, nonce, verifier, backTo, after(ATTEMPT_MS), linkTo?.tenant, linkTo?.person],
      );
    },

    async take(state, browser) {
      const { rows } = await pool.query<Attempt & { readonly tenant: string | null; readonly person: string | null }>(
        `DELETE FROM sessions.attempt WHERE state_hash = $1 AND browser_hash = $2 AND ends_at > $3
         RETURNING provider, nonce, verifier, back_to AS "backTo", link_tenant AS tenant, link_person AS person`,
        [hashOf(state), hashOf(browser), clock()],
      );
      if (!rows[0]) return undefined;
      const { tenant, person, ...begun } = rows[0];
      return { ...begun, ...(tenant !== null && person !== null && { linkTo: { tenant, person } }) };
    },

    async noteLogout(provider, id, until) {
      await pool.query('DELETE FROM sessions.logout_token WHERE ends_at <= $1', [clock()]);
      const { rowCount } = await pool.query('INSERT INTO sessions.logout_token (provider, id, ends_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        provider,
        id,
        until,
      ]);
      return rowCount === 1;
    },
  };
}

function sessionOf(row: Row): Session {
  const signedIn: SignedIn = {
    tenant: row.tenant,
    person: row.person,
    provider: row.provider,
    subject: row.subject,
    authenticatedAt: row.authenticated_at,
    ...(row.provider_session !== null && { providerSession: row.provider_session }),
    ...(row.id_token !== null && { idToken: row.id_token }),
    ...(row.display_name !== null && { displayName: row.display_name }),
    ...(row.level !== null && { level: row.level }),
    ...(row.siret !== null && { siret: row.siret }),
  };
  return { ...signedIn, endsAt: row.ends_at };
}
