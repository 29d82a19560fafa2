import { canonicalText, dataDigest, type Envelope } from '@jalon/decision-log';
import type pg from 'pg';

/** Each finds what may never be in a decision log. */
const impossible: Readonly<Record<string, string>> = {
  'positions are not dense, or the head is not the last of them': `
    SELECT t.tenant FROM decision_log.tenants t LEFT JOIN decision_log.decisions d USING (tenant)
    GROUP BY t.tenant, t.head HAVING count(d.position) <> t.head OR coalesce(max(d.position), 0) <> t.head OR coalesce(min(d.position), 1) <> 1`,
  'versions of a stream are not dense, or its head is not the last of them': `
    SELECT tenant, stream FROM decision_log.streams s FULL JOIN
      (SELECT tenant, stream, count(*) AS count, max(version) AS last, max(occurred_at) AS occurred FROM decision_log.decisions GROUP BY tenant, stream) d
      USING (tenant, stream)
    WHERE (d.count = s.version AND d.last = s.version AND d.occurred = s.last_occurred_at) IS NOT TRUE`,
  'versions of a stream do not follow its positions': `
    SELECT tenant, position FROM (SELECT *, row_number() OVER (PARTITION BY tenant, stream ORDER BY position) AS n FROM decision_log.decisions) d WHERE n <> version`,
  'a command does not have the decisions that it names': `
    SELECT c.tenant, c.id FROM decision_log.commands c LEFT JOIN decision_log.decisions d
      ON d.tenant = c.tenant AND d.command_id = c.id AND d.position >= c.first_position AND d.position < c.first_position + c.decisions
    GROUP BY c.tenant, c.id, c.decisions HAVING count(d.position) <> c.decisions`,
  'a decision belongs to no command': `
    SELECT d.tenant, d.position FROM decision_log.decisions d LEFT JOIN decision_log.commands c ON c.tenant = d.tenant AND c.id = d.command_id
    WHERE (d.position >= c.first_position AND d.position < c.first_position + c.decisions) IS NOT TRUE`,
  'a decision was recorded before the one before it': `
    SELECT tenant, position FROM (SELECT *, lag(recorded_at) OVER (PARTITION BY tenant ORDER BY position) AS before FROM decision_log.decisions) d
    WHERE recorded_at < before`,
  'the columns of a decision are not what its envelope says': `
    SELECT tenant, position FROM decision_log.decisions d, LATERAL (SELECT envelope::jsonb AS e) x
    WHERE (e->>'tenant', (e->>'position')::bigint, e->>'stream', (e->>'version')::integer, e->>'id', e->>'type', (e->>'shapeVersion')::integer,
           e#>>'{command,id}', (e->>'occurredAt')::timestamptz, (e->>'recordedAt')::timestamptz)
      IS DISTINCT FROM (tenant, position, stream, version, id::text, type, shape_version, command_id, occurred_at, recorded_at)
       OR e->>'incarnation' IS DISTINCT FROM (SELECT incarnation FROM decision_log.tenants t WHERE t.tenant = d.tenant)`,
};

interface Texts {
  readonly envelope: string;
  readonly data: string;
  readonly salt: Buffer;
}

function faultsOfTexts({ envelope, data, salt }: Texts): readonly string[] {
  const said: Envelope = JSON.parse(envelope);
  const where = `${said.tenant} ${said.position}`;
  return [
    ...(canonicalText(said, where) === envelope ? [] : [`the envelope is not canonical: ${where}`]),
    ...(canonicalText(JSON.parse(data), where) === data ? [] : [`the data is not canonical: ${where}`]),
    ...(dataDigest(salt, data) === said.dataDigest ? [] : [`the data is not what the envelope attests: ${where}`]),
  ];
}

/** Everything in a log that may never be: a sentence each, none for a log that is whole. Reads all of it. */
export async function faultsInLog(database: pg.Pool | pg.Client): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [sentence, sql] of Object.entries(impossible)) {
    const { rows } = await database.query<Record<string, unknown>>(sql);
    faults.push(...rows.map((row) => `${sentence}: ${Object.values(row).join(' ')}`));
  }
  const { rows } = await database.query<Texts>('SELECT envelope, data, salt FROM decision_log.decisions ORDER BY tenant, position');
  return [...faults, ...rows.flatMap(faultsOfTexts)];
}
