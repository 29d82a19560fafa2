import type { DecisionLog } from '@jalon/decision-log';
import type { Pool } from 'pg';
import { SCHEMA } from './view-table.ts';

/** How far the views of a tenant are behind its log. */
export interface ViewLag {
  readonly tenant: string;
  /** Decisions that the views hold. */
  readonly applied: number;
  /** Decisions in the log: the position of the last. */
  readonly head: number;
  readonly behind: number;
  /** When the oldest decision that the views lack was recorded (ISO 8601), as far as it is known; absent when they lack none. */
  readonly since?: string;
}

/** How far the views are behind, for `/readyz`. */
export async function viewLag(pool: Pool, log: Pick<DecisionLog, 'tenants' | 'readLog'>): Promise<readonly ViewLag[]> {
  const { rows } = await pool.query<{ tenant: string; applied: string }>(`SELECT tenant, applied FROM ${SCHEMA}.tenant`);
  const counts = new Map(rows.map(({ tenant, applied }) => [tenant, Number(applied)]));
  const lag = async ({ tenant, head }: { readonly tenant: string; readonly head: number }): Promise<ViewLag> => {
    const applied = counts.get(tenant) ?? 0;
    if (applied >= head) return { tenant, applied, head, behind: 0 };
    const [missing] = await log.readLog(tenant, { after: await completeTo(pool, tenant), limit: 1 });
    return { tenant, applied, head, behind: head - applied, ...(missing && { since: missing.recordedAt }) };
  };
  return Promise.all((await log.tenants()).map(lag));
}

/** The position up to which the views are complete: the highest P with P decisions at positions up to P. */
export async function completeTo(pool: Pool, tenant: string): Promise<number> {
  const { rows } = await pool.query<{ complete: string | null }>(
    `WITH known AS (SELECT coalesce((SELECT complete_to FROM ${SCHEMA}.tenant WHERE tenant = $1), 0) AS upto),
          beyond AS (SELECT position, row_number() OVER (ORDER BY position) AS place
                     FROM ${SCHEMA}.audit_journal, known WHERE tenant = $1 AND position > upto)
     SELECT upto + coalesce((SELECT max(place) FROM beyond WHERE position = upto + place), 0) AS complete FROM known`,
    [tenant],
  );
  return Number(rows[0]?.complete ?? 0);
}
