import type { PoolClient } from 'pg';

/** The schema that serves. */
export const SCHEMA = 'read_models';

/**
 * A view of one row a thing: the row as readers get it, and columns made of it to look it up by. `lookedUpBy` maps a column to the name of a field
 * of the row that holds a text, or nothing.
 */
export function viewTable(name: string, lookedUpBy: Readonly<Record<string, string>>): string {
  const columns = Object.entries(lookedUpBy).map(([column, field]) => `${column} text GENERATED ALWAYS AS (row ->> '${field}') STORED,`);
  const indexes = Object.keys(lookedUpBy).map((column) => `CREATE INDEX ON ${name} (tenant, ${column}, id);`);
  return `
  CREATE TABLE ${name} (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    row jsonb NOT NULL,
    ${columns.join('\n    ')}
    PRIMARY KEY (tenant, id)
  );
  ${indexes.join('\n  ')}`;
}

/** Writes the present rows of these things, and takes away those of things that have none. */
export async function writeRows(tx: PoolClient, table: string, tenant: string, rows: ReadonlyMap<string, object | undefined>): Promise<void> {
  const gone = [...rows].flatMap(([id, row]) => (row ? [] : [id]));
  if (gone.length > 0) await tx.query(`DELETE FROM ${table} WHERE tenant = $1 AND id = ANY($2)`, [tenant, gone]);
  const present = [...rows].flatMap(([id, row]) => (row ? [{ id, row }] : []));
  if (present.length === 0) return;
  await tx.query(
    `INSERT INTO ${table} (tenant, id, row) SELECT $1, given.id, given.row FROM jsonb_to_recordset($2) AS given (id text, row jsonb)
     ON CONFLICT (tenant, id) DO UPDATE SET row = excluded.row`,
    [tenant, JSON.stringify(present)],
  );
}
