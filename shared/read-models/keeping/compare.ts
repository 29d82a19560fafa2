import type { DecisionLog } from '@jalon/decision-log';
import { Pool, type PoolClient } from 'pg';
import { MAKING_VIEWS } from './migrate.ts';
import { viewApplier } from './projector.ts';
import { RebuildUnderWay } from './rebuild.ts';
import { createViews, viewNames } from './schema.ts';
import { SCHEMA } from './view-table.ts';

const CHECK = `${SCHEMA}_check`;

export interface ViewCompared {
  readonly view: string;
  /** Rows that the log gives. */
  readonly rows: number;
  /** Rows that only the view that serves has, or only the log gives. */
  readonly different: number;
}

/**
 * Makes the views again from the log beside those that serve, compares them row by row, and drops them: what serves stays as it is. What is decided meanwhile
 * differs: have it compared again before anything is made of it.
 * @throws {RebuildUnderWay}
 */
export async function compareViews(
  ownerUrl: string,
  log: Pick<DecisionLog, 'readStream' | 'readLog' | 'tenants' | 'heads'>,
): Promise<readonly ViewCompared[]> {
  const pool = new Pool({ connectionString: ownerUrl, max: 4 });
  const owner = await pool.connect();
  try {
    const { rows } = await owner.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [MAKING_VIEWS]);
    if (!rows[0]?.mine) throw new RebuildUnderWay();
    await owner.query('BEGIN');
    await owner.query(`DROP SCHEMA IF EXISTS ${CHECK} CASCADE`);
    await createViews(owner, CHECK);
    await owner.query('COMMIT');
    await viewApplier(pool, log, CHECK).catchUp();
    const compared: ViewCompared[] = [];
    for (const view of viewNames) compared.push({ view, ...(await differing(owner, view)) });
    await owner.query(`DROP SCHEMA ${CHECK} CASCADE`);
    return compared;
  } finally {
    owner.release(true);
    await pool.end();
  }
}

async function differing(owner: PoolClient, view: string): Promise<Omit<ViewCompared, 'view'>> {
  const rowsOf = (schema: string) => `SELECT t::text AS row FROM ${schema}.${view} t`;
  const { rows } = await owner.query<{ rows: string; different: string }>(
    `WITH serving AS (${rowsOf(SCHEMA)}), made AS (${rowsOf(CHECK)})
     SELECT (SELECT count(*) FROM made) AS rows,
            (SELECT count(*) FROM (SELECT row FROM serving EXCEPT ALL SELECT row FROM made) s)
          + (SELECT count(*) FROM (SELECT row FROM made EXCEPT ALL SELECT row FROM serving) m) AS different`,
  );
  return { rows: Number(rows[0]?.rows), different: Number(rows[0]?.different) };
}
