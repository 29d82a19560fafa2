import { Text } from '@jalon/domain';
import type { Pool } from 'pg';
import { SCHEMA } from '../keeping/view-table.ts';

/** The calls and projects of a programme, by stream, with their titles. */
export async function thingsOfProgramme(pool: Pool, tenant: string, programme: string): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await pool.query<{ stream: string; title: unknown }>(
    `SELECT 'call-' || id AS stream, row -> 'title' AS title FROM ${SCHEMA}.calls WHERE tenant = $1 AND programme = $2
     UNION ALL
     SELECT 'project-' || id, row -> 'title' FROM ${SCHEMA}.portfolio WHERE tenant = $1 AND programme = $2`,
    [tenant, programme],
  );
  return new Map(rows.map(({ stream, title }) => [stream, Text.parse(title)]));
}
