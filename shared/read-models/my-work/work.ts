import { type Obligation, Text } from '@jalon/domain';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { SCHEMA } from '../keeping/view-table.ts';

export const workTables = `
  CREATE TABLE my_work (
    tenant text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    due timestamptz NOT NULL,
    -- When the process acts next; nothing where it only waits for somebody.
    next_at timestamptz,
    item jsonb NOT NULL,
    obliged jsonb GENERATED ALWAYS AS (item -> 'for') STORED,
    programme text GENERATED ALWAYS AS (item ->> 'programme') STORED,
    PRIMARY KEY (tenant, stream, id)
  );
  CREATE INDEX ON my_work (tenant, obliged, due, id);
  CREATE INDEX ON my_work (tenant, due, id);
  CREATE INDEX ON my_work (next_at) WHERE next_at IS NOT NULL;`;

/** Something that is due: what, on which thing, for whom, until when (ISO 8601), and what the process does next about it. */
export const WorkItem = z.strictObject({
  obligation: z.string(),
  kind: z.string(),
  for: z.union([z.strictObject({ role: z.string() }), z.strictObject({ person: z.string() }), z.strictObject({ funder: z.string() })]),
  due: z.string(),
  next: z.strictObject({ at: z.string(), command: z.string() }).optional(),
  stream: z.string(),
  title: Text,
  stage: z.string(),
  programme: z.string(),
});
export type WorkItem = z.output<typeof WorkItem>;

/** A thing on which something is due. */
export interface Workplace {
  readonly stream: string;
  readonly title: Text;
  readonly stage: string;
  readonly programme: string;
  readonly obligations: readonly Obligation[];
}

/** What is due on a thing, earliest first. */
export function workItems({ stream, title, stage, programme, obligations }: Workplace): WorkItem[] {
  const inOrder = [...obligations].sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || (a.id < b.id ? -1 : 1));
  return inOrder.map((obligation) => ({
    obligation: obligation.id,
    kind: obligation.kind,
    for: obligation.for,
    due: obligation.due,
    ...(obligation.next && { next: { at: obligation.next.at, command: obligation.next.command } }),
    stream,
    title,
    stage,
    programme,
  }));
}

/** Replaces what is due on these streams. */
export async function writeWork(tx: PoolClient, tenant: string, work: ReadonlyMap<string, readonly WorkItem[]>): Promise<void> {
  await tx.query('DELETE FROM my_work WHERE tenant = $1 AND stream = ANY($2)', [tenant, [...work.keys()]]);
  const items = [...work.values()].flat();
  if (items.length === 0) return;
  await tx.query(
    `INSERT INTO my_work (tenant, stream, id, due, next_at, item)
     SELECT $1, item ->> 'stream', item ->> 'obligation', (item ->> 'due')::timestamptz, (item #>> '{next,at}')::timestamptz, item
     FROM jsonb_array_elements($2) AS item`,
    [tenant, JSON.stringify(items)],
  );
}

/** Whose work, earliest first. `for` lists who one is (a person, roles, a funder); without it, everybody's. */
export interface WorkQuery {
  readonly for?: readonly WorkItem['for'][];
  readonly programme?: string;
  readonly stream?: string;
  /** Only what is due before this instant (ISO 8601). */
  readonly dueBefore?: string;
  /** The last item of the page before. */
  readonly after?: Pick<WorkItem, 'due' | 'obligation'>;
  readonly limit?: number;
}

/** A page of what is due. */
export async function listWork(pool: Pool, tenant: string, query: WorkQuery = {}): Promise<WorkItem[]> {
  const conditions = ['tenant = $1'];
  const values: unknown[] = [tenant, query.limit ?? 100];
  const value = (given: unknown): string => `$${values.push(given)}`;
  if (query.for) conditions.push(`obliged = ANY(${value(query.for.map((one) => JSON.stringify(one)))}::jsonb[])`);
  if (query.programme !== undefined) conditions.push(`programme = ${value(query.programme)}`);
  if (query.stream !== undefined) conditions.push(`stream = ${value(query.stream)}`);
  if (query.dueBefore !== undefined) conditions.push(`due < ${value(query.dueBefore)}`);
  if (query.after) conditions.push(`(due, id) > (${value(query.after.due)}, ${value(query.after.obligation)})`);
  const { rows } = await pool.query<{ item: unknown }>(
    `SELECT item FROM ${SCHEMA}.my_work WHERE ${conditions.join(' AND ')} ORDER BY due, id LIMIT $2`,
    values,
  );
  return rows.map(({ item }) => WorkItem.parse(item));
}

/** A step of the process whose date has come, and which the log does not hold yet. */
export interface OverdueStep {
  readonly tenant: string;
  readonly stream: string;
  readonly obligation: string;
  /** When it was to be taken (ISO 8601). */
  readonly at: string;
  readonly command: string;
}

/** Steps of the process that were to be taken before an instant (ISO 8601), oldest first, at most a thousand: the journeys' net signals their streams again. */
export async function overdueSteps(pool: Pool, before: string): Promise<OverdueStep[]> {
  const { rows } = await pool.query<{ tenant: string; stream: string; item: unknown }>(
    `SELECT tenant, stream, item FROM ${SCHEMA}.my_work WHERE next_at < $1 ORDER BY next_at, tenant, stream LIMIT 1000`,
    [before],
  );
  return rows.flatMap(({ tenant, stream, item }) => {
    const { obligation, next } = WorkItem.parse(item);
    return next ? [{ tenant, stream, obligation, at: next.at, command: next.command }] : [];
  });
}
