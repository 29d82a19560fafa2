import type { Clock } from '@jalon/runtime';
import type { Pool } from 'pg';
import type { Accounts, Known } from './port.ts';

/** Whose a provider's names are, in PostgreSQL. */
export function accountsIn(pool: Pool, clock: Clock): Accounts {
  const personOf = async ({ tenant, provider, subject }: Known): Promise<string | undefined> => {
    const found = 'SELECT person FROM sessions.account WHERE tenant = $1 AND provider = $2 AND subject = $3';
    return (await pool.query<{ person: string }>(found, [tenant, provider, subject])).rows[0]?.person;
  };
  const note = ({ tenant, provider, subject }: Known, person: string) =>
    pool.query('INSERT INTO sessions.account (tenant, provider, subject, person, began_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
      tenant,
      provider,
      subject,
      person,
      clock(),
    ]);

  return {
    async person(known, newPerson) {
      const before = await personOf(known);
      if (before !== undefined) return before;
      const person = newPerson();
      await note(known, person);
      return (await personOf(known)) ?? person; // Two first sign-ins at once: the one that was noted counts.
    },
    async link(known, person) {
      await note(known, person);
      return (await personOf(known)) === person;
    },
    async waysIn(tenant, person) {
      const { rows } = await pool.query<{ provider: string; began_at: Date }>(
        'SELECT provider, began_at FROM sessions.account WHERE tenant = $1 AND person = $2 ORDER BY began_at',
        [tenant, person],
      );
      return rows.map(({ provider, began_at }) => ({ provider, since: began_at }));
    },
  };
}
