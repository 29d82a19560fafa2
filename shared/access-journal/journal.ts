import { hash } from 'node:crypto';
import { canonicalText, inGroups } from '@jalon/decision-log';
import type { Pool } from 'pg';
import { type Access, AccessEntry, type AccessJournal, type AccessQuery, type Broken } from './port.ts';

/** More gain nothing: the fixed cost of a statement is spread thin by then. */
const MOST_AT_ONCE = 500;
const CHECKED_AT_ONCE = 5_000;

/** The journal in a database. Accesses of one moment share a statement: while one is under way, those that come wait for the next. */
export function accessJournal(pool: Pool): AccessJournal {
  const write = inGroups<Access, void>(
    async (tenant, group) => {
      await pool.query({
        name: 'record accesses',
        text: 'SELECT access_journal.record($1, $2)',
        values: [tenant, JSON.stringify(group.map(written))],
      });
      return group.map(() => ({ status: 'fulfilled', value: undefined }));
    },
    (group) => group.length < MOST_AT_ONCE,
  );
  return {
    record: (access) => write(access.tenant, access),
    read: (tenant, query) => read(pool, tenant, query),
    check: (tenant) => check(pool, tenant),
  };
}

function written({ who, what, why, request }: Access): readonly [string, string | null, string, string] {
  return [who.id, what.thing ?? null, what.part, canonicalText({ who, what, why, request }, `the reading of ${what.part}`)];
}

interface Row {
  readonly number: string;
  readonly at: string;
  readonly entry: string;
}

async function read(pool: Pool, tenant: string, { who, thing, part, from, until, before, limit }: AccessQuery): Promise<readonly AccessEntry[]> {
  const { rows } = await pool.query<Row>(
    `SELECT number, decision_log.iso(at) AS at, entry FROM access_journal.entries
     WHERE tenant = $1 AND ($2::text IS NULL OR who = $2) AND ($3::text IS NULL OR thing = $3) AND ($4::text IS NULL OR part = $4)
       AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6) AND ($7::bigint IS NULL OR number < $7)
     ORDER BY number DESC LIMIT $8`,
    [tenant, who, thing, part, from, until, before, limit],
  );
  return rows.map(({ number, at, entry }) => AccessEntry.parse({ number: Number(number), at, ...JSON.parse(entry) }));
}

async function check(pool: Pool, tenant: string): Promise<{ readonly entries: number; readonly broken?: Broken }> {
  const { rows: heads } = await pool.query<{ head: string; hash: Buffer }>('SELECT head, hash FROM access_journal.tenants WHERE tenant = $1', [
    tenant,
  ]);
  const head = Number(heads[0]?.head ?? 0);
  let before: Buffer = Buffer.alloc(0);
  let entries = 0;
  while (entries < head) {
    const { rows } = await pool.query<Row & { readonly hash: Buffer }>(
      `SELECT number, decision_log.iso(at) AS at, entry, hash FROM access_journal.entries
       WHERE tenant = $1 AND number > $2 AND number <= $3 ORDER BY number LIMIT $4`,
      [tenant, entries, head, CHECKED_AT_ONCE],
    );
    for (const row of rows) {
      if (Number(row.number) !== entries + 1) return { entries, broken: { number: entries + 1, what: 'missing' } };
      const own = hash('sha256', Buffer.concat([before, Buffer.from(`${row.number} ${row.at} ${row.entry}`)]), 'buffer');
      entries += 1;
      if (!own.equals(row.hash)) return { entries, broken: { number: entries, what: 'changed' } };
      before = own;
    }
    if (rows.length === 0) return { entries, broken: { number: entries + 1, what: 'missing' } };
  }
  return head > 0 && !before.equals(heads[0]!.hash) ? { entries, broken: { number: entries, what: 'changed' } } : { entries };
}
