import { Text } from '@jalon/domain';
import type { Pool } from 'pg';
import { SCHEMA } from '../keeping/view-table.ts';

/** A project or a call, found by its title. */
export interface Found {
  readonly kind: 'project' | 'call';
  readonly id: string;
  readonly title: Text;
  readonly stage: string;
}

/** `words` are looked for in titles, in the organisation's name and in ids, without regard to case and accents. */
export interface TitleQuery {
  readonly words: string;
  readonly limit: number;
  readonly after?: Found;
}

/** As people type: without case and accents. */
const folded = (column: string): string => `regexp_replace(normalize(lower(${column}), NFD), '[\\u0300-\\u036f]', '', 'g')`;

/** Projects and calls whose title, organisation or id holds every word; calls first, in order of id. */
export async function searchByTitle(pool: Pool, tenant: string, { words, limit, after }: TitleQuery): Promise<Found[]> {
  const patterns = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await pool.query<{ kind: Found['kind']; id: string; title: unknown; stage: string }>(
    `WITH things AS (
       SELECT 'call' AS kind, id, row -> 'title' AS title, row ->> 'stage' AS stage, concat_ws(' ', id, row #>> '{title,fr}', row #>> '{title,en}') AS said
       FROM ${SCHEMA}.calls WHERE tenant = $1
       UNION ALL
       SELECT 'project', id, row -> 'title', row ->> 'stage', concat_ws(' ', id, row #>> '{title,fr}', row #>> '{title,en}', row ->> 'organisation')
       FROM ${SCHEMA}.portfolio WHERE tenant = $1)
     SELECT kind, id, title, stage FROM things
     WHERE ${folded('said')} LIKE ALL (SELECT ${folded('pattern')} FROM unnest($2::text[]) AS pattern) AND (kind, id) > ($3, $4)
     ORDER BY kind, id LIMIT $5`,
    [tenant, patterns, after?.kind ?? '', after?.id ?? '', limit],
  );
  return rows.map(({ kind, id, title, stage }) => ({ kind, id, title: Text.parse(title), stage }));
}

/** The titles of projects and calls, by stream; those of other kinds are not here. */
export async function titlesOf(pool: Pool, tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await pool.query<{ stream: string; title: unknown }>(
    `SELECT 'project-' || id AS stream, row -> 'title' AS title FROM ${SCHEMA}.portfolio WHERE tenant = $1 AND 'project-' || id = ANY($2)
     UNION ALL
     SELECT 'call-' || id, row -> 'title' FROM ${SCHEMA}.calls WHERE tenant = $1 AND 'call-' || id = ANY($2)`,
    [tenant, streams],
  );
  return new Map(rows.map(({ stream, title }) => [stream, Text.parse(title)]));
}
