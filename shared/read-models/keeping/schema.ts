import { createHash } from 'node:crypto';
import { appliedTables } from '@jalon/event-bus';
import type { ClientBase } from 'pg';
import { journalTables } from '../audit-journal/journal.ts';
import { callTables } from '../calls/call-board.ts';
import { lessonTables } from '../lessons/lessons.ts';
import { workTables } from '../my-work/work.ts';
import { portfolioTables } from '../portfolio/portfolio.ts';
import { projectPageTables } from '../project-page/project-page.ts';

const tables = [appliedTables, journalTables, portfolioTables, projectPageTables, workTables, callTables, lessonTables].join('\n');

/** The views of one row a thing. */
const viewsOfRows = ['portfolio', 'project_page', 'calls'] as const;
export type ViewOfRows = (typeof viewsOfRows)[number];

/** The tables that hold what came of a tenant's decisions. */
export const viewNames = ['audit_journal', 'my_work', 'lessons', ...viewsOfRows] as const;

/** Names the shape of the tables: another one means that the views have to be made again. */
export const shape = `shape ${createHash('sha256').update(tables).digest('hex').slice(0, 16)}`;

/** Creates the views, empty, in a schema of this name, for services to write. Needs the owner of the database. */
export async function createViews(owner: ClientBase, schema: string): Promise<void> {
  await owner.query(`CREATE SCHEMA ${schema}`);
  await owner.query(`SET LOCAL search_path TO ${schema}`);
  await owner.query(tables);
  await owner.query('SET LOCAL search_path TO DEFAULT');
  await owner.query(`COMMENT ON SCHEMA ${schema} IS '${shape}'`);
  await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO jalon_service`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO jalon_service`);
}

/** The shape of a schema, undefined where there is no such schema. */
export async function shapeOf(owner: ClientBase, schema: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ shape: string | null }>(
    `SELECT obj_description(oid, 'pg_namespace') AS shape FROM pg_namespace WHERE nspname = $1`,
    [schema],
  );
  return rows[0] && (rows[0].shape ?? '');
}
