import type { AsOf, LoggedDecision } from '@jalon/decision-log';
import { decisionsTold, findCommand, Text } from '@jalon/domain';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { SCHEMA } from '../keeping/view-table.ts';

/** The journal as auditors page through it: one row a decision, for ever. What was decided in detail stays in the log, behind its own authorisation. */
export const journalTables = `
  CREATE TABLE audit_journal (
    tenant text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    stream text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    actor text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    entry jsonb NOT NULL,
    PRIMARY KEY (tenant, position)
  );
  CREATE INDEX ON audit_journal (tenant, stream, position);
  CREATE INDEX ON audit_journal (tenant, actor, position);
  CREATE INDEX ON audit_journal (tenant, type, position);`;

/** One decision in the journal. Times are ISO 8601; `told` is what was decided, in words, and `summary` the title of the command that led to it. */
export const JournalEntry = z.strictObject({
  position: z.int().min(1),
  decision: z.string(),
  stream: z.string(),
  version: z.int().min(1),
  type: z.string(),
  told: Text,
  command: z.string(),
  summary: z.strictObject({ en: z.string(), fr: z.string() }),
  actor: z.strictObject({ kind: z.enum(['person', 'process', 'service', 'import']), id: z.string() }),
  authorisation: z.array(z.string()),
  occurredAt: z.string(),
  recordedAt: z.string(),
  policyVersion: z.int().optional(),
  ruleVersion: z.int(),
  causation: z.string().optional(),
  correlation: z.string().optional(),
  dataDigest: z.string(),
});
export type JournalEntry = z.output<typeof JournalEntry>;

function summaryOf(command: string): JournalEntry['summary'] {
  const [kind = '', name = ''] = command.split('/');
  return findCommand(kind, name)?.says ?? { en: command, fr: command };
}

/** How a decision stands in the journal. */
export function entryOf(decision: LoggedDecision): JournalEntry {
  const { id, position, stream, version, type, command, actor, authorisation, occurredAt, recordedAt } = decision;
  const { policyVersion, ruleVersion, causation, correlation, dataDigest } = decision;
  return {
    position,
    decision: id,
    stream,
    version,
    type,
    told: decisionsTold[type] ?? { fr: type, en: type },
    command: command.name,
    summary: summaryOf(command.name),
    actor: { ...actor },
    authorisation: [...authorisation],
    occurredAt,
    recordedAt,
    ...(policyVersion !== undefined && { policyVersion }),
    ruleVersion,
    ...(causation !== undefined && { causation }),
    ...(correlation !== undefined && { correlation }),
    dataDigest,
  };
}

/** Adds decisions to the journal. */
export async function recordInJournal(tx: PoolClient, tenant: string, decisions: readonly LoggedDecision[]): Promise<void> {
  await tx.query(
    `INSERT INTO audit_journal (tenant, position, stream, version, actor, type, occurred_at, recorded_at, entry)
     SELECT $1, (entry ->> 'position')::bigint, entry ->> 'stream', (entry ->> 'version')::integer, entry #>> '{actor,id}', entry ->> 'type',
            (entry ->> 'occurredAt')::timestamptz, (entry ->> 'recordedAt')::timestamptz, entry
     FROM jsonb_array_elements($2) AS entry`,
    [tenant, JSON.stringify(decisions.map(entryOf))],
  );
}

/**
 * Which entries: by position from the oldest, or from the newest, beyond a position, at most `limit` of them; of a past instant, those that had taken effect
 * and were known.
 */
export interface JournalQuery extends AsOf {
  readonly stream?: string;
  readonly actor?: string;
  readonly type?: string;
  readonly order?: 'oldest' | 'newest';
  /** The last position of the page before. */
  readonly after?: number;
  readonly limit?: number;
}

/** A page of the journal; a project's timeline is the journal of its stream. The next page begins after the last position of this one. */
export async function readJournal(
  pool: Pool,
  tenant: string,
  { stream, actor, type, effectAt, knownAt, order = 'oldest', after, limit = 100 }: JournalQuery,
): Promise<JournalEntry[]> {
  const [beyond, direction] = order === 'oldest' ? ['>', ''] : ['<', 'DESC'];
  const conditions = ['tenant = $1', `position ${beyond} $2`];
  const values: unknown[] = [tenant, after ?? (order === 'oldest' ? 0 : Number.MAX_SAFE_INTEGER), limit];
  for (const [column, value] of Object.entries({ stream, actor, type })) {
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  if (effectAt !== undefined) conditions.push(`occurred_at <= $${values.push(effectAt)}`);
  if (knownAt !== undefined) conditions.push(`recorded_at <= $${values.push(knownAt)}`);
  const { rows } = await pool.query<{ entry: unknown }>(
    `SELECT entry FROM ${SCHEMA}.audit_journal WHERE ${conditions.join(' AND ')} ORDER BY position ${direction} LIMIT $3`,
    values,
  );
  return rows.map(({ entry }) => JournalEntry.parse(entry));
}
