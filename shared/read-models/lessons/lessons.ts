import { Phase, Text } from '@jalon/domain';
import { LessonContent } from '@jalon/domain/decisions';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { ProjectSeen } from '../folding/context.ts';
import { SCHEMA } from '../keeping/view-table.ts';
import { titleOf } from '../portfolio/portfolio.ts';

/** Lessons are written in French or in English: each is looked up by the word stems of both. */
const stems = (text: string): string => `to_tsvector('french', ${text}) || to_tsvector('english', ${text})`;

export const lessonTables = `
  CREATE TABLE lessons (
    tenant text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    project text COLLATE "C" NOT NULL,
    row jsonb NOT NULL,
    programme text GENERATED ALWAYS AS (row ->> 'programme') STORED,
    phase text GENERATED ALWAYS AS (row ->> 'phase') STORED,
    tags jsonb GENERATED ALWAYS AS (row -> 'tags') STORED,
    words tsvector GENERATED ALWAYS AS (${stems(`((row ->> 'title') || ' ' || (row ->> 'text'))`)}) STORED,
    PRIMARY KEY (tenant, id)
  );
  CREATE INDEX ON lessons (tenant, project);
  CREATE INDEX ON lessons USING gin (words);`;

/** A lesson that others find: what was learned, in which project and phase, whom it can serve, and who may read it. */
export const LessonRow = LessonContent.omit({ lesson: true, hypothesis: true }).extend({
  /** The lesson in its project: `<project>/<lesson>`. */
  id: z.string(),
  project: z.string(),
  projectTitle: Text,
  programme: z.string(),
  phase: Phase,
  to: z.enum(['programme', 'public']),
  publishedAt: z.string(),
});
export type LessonRow = z.output<typeof LessonRow>;

/** The published lessons of a project. */
export const lessonRows = (seen: ProjectSeen): readonly LessonRow[] =>
  Object.values(seen.story.lessons).flatMap(({ lesson, published, hypothesis: _, ...content }): LessonRow[] =>
    published
      ? [
          {
            ...content,
            id: `${seen.id}/${lesson}`,
            project: seen.id,
            projectTitle: titleOf(seen),
            programme: seen.programmeId,
            to: published.to,
            publishedAt: published.at,
          },
        ]
      : [],
  );

/** Replaces the published lessons of these projects. */
export async function writeLessons(tx: PoolClient, tenant: string, lessons: ReadonlyMap<string, readonly LessonRow[]>): Promise<void> {
  await tx.query('DELETE FROM lessons WHERE tenant = $1 AND project = ANY($2)', [tenant, [...lessons.keys()]]);
  const rows = [...lessons.values()].flat();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO lessons (tenant, id, project, row) SELECT $1, lesson ->> 'id', lesson ->> 'project', lesson FROM jsonb_array_elements($2) AS lesson`,
    [tenant, JSON.stringify(rows)],
  );
}

/** Which lessons, in order of id: with a tag, learned in a phase, holding words (as a search engine takes them), after an id, at most `limit` of them. */
export interface LessonQuery {
  readonly programme?: string;
  readonly tag?: string;
  readonly phase?: string;
  readonly words?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A page of the lessons of all projects of a tenant. The next page begins after the last lesson of this one. */
export async function findLessons(pool: Pool, tenant: string, query: LessonQuery = {}): Promise<LessonRow[]> {
  const { programme, tag, phase, words, after = '', limit = 100 } = query;
  const conditions = ['tenant = $1', 'id > $2'];
  const values: unknown[] = [tenant, after, limit];
  const value = (given: unknown): string => `$${values.push(given)}`;
  if (programme !== undefined) conditions.push(`programme = ${value(programme)}`);
  if (phase !== undefined) conditions.push(`phase = ${value(phase)}`);
  if (tag !== undefined) conditions.push(`tags ? ${value(tag)}`);
  if (words !== undefined) {
    const asked = value(words);
    conditions.push(`words @@ (websearch_to_tsquery('french', ${asked}) || websearch_to_tsquery('english', ${asked}))`);
  }
  const { rows } = await pool.query<{ row: unknown }>(
    `SELECT row FROM ${SCHEMA}.lessons WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT $3`,
    values,
  );
  return rows.map(({ row }) => LessonRow.parse(row));
}
