import { byFunder, Cents, Currency, Day, EnvelopeUse, Ranked, Text, ThingId, When } from '@jalon/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { CallSeen } from '../folding/context.ts';
import { NextDue, nextDueOf } from '../folding/due.ts';
import { SCHEMA, viewTable } from '../keeping/view-table.ts';

export const callTables = viewTable('calls', { programme: 'programme', stage: 'stage' });

/** One call on the board. Amounts are in cents; times are ISO 8601. */
export const CallRow = z.strictObject({
  call: z.string(),
  version: z.int().min(1),
  title: Text,
  programme: z.string(),
  programmeName: Text,
  demonstration: z.boolean(),
  stage: z.string(),
  opensOn: When,
  closesOn: When,
  selectionOn: Day,
  currency: Currency,
  maxGrant: Cents,
  envelope: z.array(z.strictObject({ funder: ThingId, name: Text.optional(), amount: Cents, committed: z.int() })),
  /** Applications started. */
  applications: z.int(),
  publishedAt: z.string().optional(),
  openedAt: z.string().optional(),
  closedAt: z.string().optional(),
  selectedAt: z.string().optional(),
  resultsPublishedAt: z.string().optional(),
  cancelledAt: z.string().optional(),
  nextDue: NextDue.optional(),
});
export type CallRow = z.output<typeof CallRow>;

/** A call with its selection, once it is concluded: the ranking with the arithmetic behind each place. */
export const CallPage = CallRow.extend({
  selection: z
    .strictObject({ at: z.string(), ranking: z.array(Ranked.extend({ title: Text.optional() })), envelope: z.array(EnvelopeUse) })
    .optional(),
});
export type CallPage = z.output<typeof CallPage>;

/** How a call stands on the board, with its ranking. */
export function callRow({ id, version, state, story, programme, applications, obligations }: CallSeen): CallPage {
  const { terms, stage, committed, publication } = state;
  const { selection, publishedAt, openedAt, closedAt, cancelledAt } = story;
  const nextDue = nextDueOf(obligations);
  return {
    call: id,
    version,
    title: terms.title,
    programme: terms.programme,
    programmeName: programme.identity.name,
    demonstration: programme.identity.demonstration,
    stage,
    opensOn: terms.opensOn,
    closesOn: terms.closesOn,
    selectionOn: terms.selectionOn,
    currency: programme.identity.currency,
    maxGrant: terms.maxGrant,
    envelope: byFunder(terms.envelope).map(({ funder, amount }) => {
      const name = programme.funders[funder]?.name;
      return { funder, ...(name && { name }), amount, committed: committed[funder] ?? 0 };
    }),
    applications,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(openedAt !== undefined && { openedAt }),
    ...(closedAt !== undefined && { closedAt }),
    ...(selection && { selectedAt: selection.at, selection }),
    ...(publication.results && { resultsPublishedAt: publication.results.at }),
    ...(cancelledAt !== undefined && { cancelledAt }),
    ...(nextDue && { nextDue }),
  };
}

/** Which calls, in order of id: after an id, at most `limit` of them. */
export interface CallQuery {
  readonly programme?: string;
  readonly stage?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A page of the call board, without rankings. The next page begins after the last call of this one. */
export async function listCalls(pool: Pool, tenant: string, { programme, stage, after = '', limit = 100 }: CallQuery = {}): Promise<CallRow[]> {
  const conditions = ['tenant = $1', 'id > $2'];
  const values: unknown[] = [tenant, after, limit];
  for (const [column, value] of Object.entries({ programme, stage })) {
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  const { rows } = await pool.query<{ row: unknown }>(
    `SELECT row - 'selection' AS row FROM ${SCHEMA}.calls WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT $3`,
    values,
  );
  return rows.map(({ row }) => CallRow.parse(row));
}

/** A call with its ranking, each application with its title; undefined where there is no such call (or the views do not have it yet). */
export async function findCallPage(pool: Pool, tenant: string, call: string): Promise<CallPage | undefined> {
  const { rows } = await pool.query<{ row: unknown }>(`SELECT row FROM ${SCHEMA}.calls WHERE tenant = $1 AND id = $2`, [tenant, call]);
  if (!rows[0]) return undefined;
  const page = CallPage.parse(rows[0].row);
  if (!page.selection) return page;
  const listed = await pool.query<{ id: string; title: unknown }>(
    `SELECT id, row -> 'title' AS title FROM ${SCHEMA}.portfolio WHERE tenant = $1 AND call = $2`,
    [tenant, call],
  );
  const titles = new Map(listed.rows.map(({ id, title }) => [id, Text.parse(title)]));
  const ranking = page.selection.ranking.map((ranked) => {
    const title = titles.get(ranked.application);
    return { ...ranked, ...(title && { title }) };
  });
  return { ...page, selection: { ...page.selection, ranking } };
}
