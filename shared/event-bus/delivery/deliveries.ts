import type { Pool } from 'pg';
import { DELIVERY_SCHEMA } from './migrate.ts';

export type Channel = 'email' | 'webhook';
/** `pending` until it is sent; `failed` when it was given up; `stopped` when the receiver wants no more. */
export type DeliveryState = 'pending' | 'sent' | 'failed' | 'stopped';

/** How one way of telling one funder fares. Times are ISO 8601. */
export interface WayHealth {
  readonly funder: string;
  readonly channel: Channel;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** What became of the newest. */
  readonly latest: DeliveryState;
  readonly lastSent?: string;
  /** The last attempt that did not go through, with what was answered. */
  readonly lastFailure?: { readonly at: string; readonly outcome: string };
}

/** One decision told to one funder by one way. Never its address: a mail’s is personal. */
export interface Delivery {
  readonly id: number;
  readonly funder: string;
  readonly channel: Channel;
  readonly decision: string;
  readonly stream: string;
  readonly decidedAt: string;
  readonly says: { readonly fr: string; readonly en: string };
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is tried next; absent unless it is pending. */
  readonly next?: string;
  /** The last attempt. */
  readonly last?: { readonly at: string; readonly outcome: string };
}

export interface DeliveryQuery {
  readonly funder?: string | undefined;
  readonly state?: DeliveryState | undefined;
  /** Older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** How each funder of a programme can be told of decisions, funder by funder; those whom nothing was told yet are not among them. */
export async function deliveryHealth(pool: Pick<Pool, 'query'>, tenant: string, programme: string): Promise<readonly WayHealth[]> {
  const { rows } = await pool.query<WayRow>(
    `SELECT n.funder, n.channel,
            count(*) FILTER (WHERE state = 'pending')::int AS pending, count(*) FILTER (WHERE state = 'sent')::int AS sent,
            count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'stopped')::int AS stopped,
            (array_agg(state ORDER BY id DESC))[1] AS latest,
            (SELECT ${iso('max(a.at)')} FROM ${DELIVERY_SCHEMA}.notice m JOIN ${DELIVERY_SCHEMA}.attempt a ON a.notice = m.id AND a.number = m.attempts
             WHERE m.tenant = $1 AND m.programme = $2 AND m.funder = n.funder AND m.channel = n.channel AND m.state = 'sent') AS last_sent,
            (SELECT jsonb_build_object('at', ${iso('a.at')}, 'outcome', a.outcome)
             FROM ${DELIVERY_SCHEMA}.notice m JOIN ${DELIVERY_SCHEMA}.attempt a ON a.notice = m.id
             WHERE m.tenant = $1 AND m.programme = $2 AND m.funder = n.funder AND m.channel = n.channel AND (m.state <> 'sent' OR a.number < m.attempts)
             ORDER BY a.at DESC LIMIT 1) AS last_failure
     FROM ${DELIVERY_SCHEMA}.notice n WHERE n.tenant = $1 AND n.programme = $2 GROUP BY n.funder, n.channel ORDER BY n.funder, n.channel`,
    [tenant, programme],
  );
  return rows.map(({ funder, channel, pending, sent, failed, stopped, latest, last_sent: lastSent, last_failure: lastFailure }) => ({
    funder,
    channel,
    counts: { pending, sent, failed, stopped },
    latest,
    ...(lastSent !== null && { lastSent }),
    ...(lastFailure !== null && { lastFailure }),
  }));
}

interface WayRow extends Readonly<Record<DeliveryState, number>> {
  readonly funder: string;
  readonly channel: Channel;
  readonly latest: DeliveryState;
  readonly last_sent: string | null;
  readonly last_failure: { readonly at: string; readonly outcome: string } | null;
}

/** What the funders of a programme were told, or are to be told, the newest first. */
export async function listDeliveries(
  pool: Pick<Pool, 'query'>,
  tenant: string,
  programme: string,
  { funder, state, before, limit }: DeliveryQuery,
): Promise<readonly Delivery[]> {
  const { rows } = await pool.query<DeliveryRow>(
    `SELECT n.id::int AS id, n.funder, n.channel, n.content ->> 'decision' AS decision, n.content ->> 'stream' AS stream,
            n.content ->> 'decidedAt' AS "decidedAt", n.content -> 'says' AS says, n.state, n.attempts, ${iso('n.due_at')} AS due,
            (SELECT jsonb_build_object('at', ${iso('a.at')}, 'outcome', a.outcome) FROM ${DELIVERY_SCHEMA}.attempt a
             WHERE a.notice = n.id AND a.number = n.attempts) AS last
     FROM ${DELIVERY_SCHEMA}.notice n
     WHERE n.tenant = $1 AND n.programme = $2 AND ($3::text IS NULL OR n.funder = $3) AND ($4::text IS NULL OR n.state = $4)
       AND ($5::bigint IS NULL OR n.id < $5)
     ORDER BY n.id DESC LIMIT $6`,
    [tenant, programme, funder, state, before, limit],
  );
  return rows.map(({ due, last, ...delivery }) => ({
    ...delivery,
    ...(delivery.state === 'pending' && { next: due }),
    ...(last !== null && { last }),
  }));
}

interface DeliveryRow extends Omit<Delivery, 'next' | 'last'> {
  readonly due: string;
  readonly last: { readonly at: string; readonly outcome: string } | null;
}
