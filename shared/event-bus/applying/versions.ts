import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import type { PoolClient } from 'pg';

/** How far each of these streams has been applied; a stream that is not there has not been. */
export async function appliedVersions(tx: PoolClient, tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ stream: string; version: number }>('SELECT stream, version FROM applied WHERE tenant = $1 AND stream = ANY($2)', [
    tenant,
    streams,
  ]);
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}

/** Notes that these decisions are applied. */
export async function noteVersions(tx: PoolClient, tenant: string, fresh: readonly LoggedDecision[]): Promise<void> {
  const reached = new Map(fresh.map(({ stream, version }) => [stream, version]));
  await tx.query(
    `INSERT INTO applied (tenant, stream, version) SELECT $1, stream, version FROM unnest($2::text[], $3::integer[]) AS reached (stream, version)
     ON CONFLICT (tenant, stream) DO UPDATE SET version = excluded.version`,
    [tenant, [...reached.keys()], [...reached.values()]],
  );
  await tx.query('UPDATE tenant SET applied = applied + $2 WHERE tenant = $1', [tenant, fresh.length]);
}

/** What arrived of one stream, and how far it had been applied before. */
interface Arrived {
  readonly tenant: string;
  readonly stream: string;
  readonly applied: number;
  readonly decisions: readonly LoggedDecision[];
}

/**
 * What has to be applied next of a stream: repeats are dropped, a gap is read from the log. Where `incarnation` names the log's present one, a decision
 * that was recorded in another may have been lost in a restore, so it is a hint only: the stream is read from the log.
 */
export async function whatFollows(
  log: Pick<DecisionLog, 'readStream'>,
  { tenant, stream, applied, decisions }: Arrived,
  incarnation: string | undefined,
): Promise<readonly LoggedDecision[]> {
  const unapplied = decisions.filter(({ version }) => version > applied);
  const next = [...new Map(unapplied.map((decision) => [decision.version, decision])).values()].sort((a, b) => a.version - b.version);
  const last = next.at(-1);
  if (!last) return [];
  if (incarnation !== undefined && !next.every((decision) => decision.incarnation === incarnation))
    return log.readStream(tenant, stream, { after: applied });
  if (last.version === applied + next.length) return next;
  const read = await log.readStream(tenant, stream, { after: applied, upTo: last.version });
  if (read.at(-1)?.version === last.version) return read;
  throw new Error(`Version ${last.version} of ${stream} (tenant ${tenant}) arrived, but the log does not hold it: the bus carries another log.`);
}
