import type { DecisionLog } from '@jalon/decision-log';
import { Applier, DELIVERY_SCHEMA } from '@jalon/event-bus';
import { ViewStates } from '@jalon/read-models';
import type { Clock } from '@jalon/runtime';
import type { Pool, PoolClient } from 'pg';
import { type Addressed, noticesOf } from '../telling/notice.ts';

export interface NoticeOptions {
  readonly pool: Pool;
  readonly log: Pick<DecisionLog, 'readStream' | 'readLog' | 'tenants' | 'heads'>;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** The consumer that enters what has to be told into the ledger; hand it to `follow`. Sending is the courier's. */
export function noticeApplier({ pool, log, publicUrl, clock }: NoticeOptions): Applier {
  const states = new ViewStates(log);
  return new Applier({
    pool,
    schema: DELIVERY_SCHEMA,
    log,
    effect: {
      async apply(tx, tenant, decisions) {
        const load = states.loader(tenant, new Map());
        const entries: Addressed[] = [];
        for (const decision of decisions) entries.push(...(await noticesOf(decision, load, publicUrl)));
        await enter(tx, tenant, entries, clock());
      },
      // What was sent was sent: the ledger stays, and it drops what it has when everything is applied again.
      forget: async () => states.clear(),
    },
  });
}

async function enter(tx: PoolClient, tenant: string, entries: readonly Addressed[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO notice (tenant, programme, funder, channel, decision, position, address, content, due_at)
     SELECT $1, content #>> '{programme,id}', content #>> '{funder,id}', channel, content ->> 'decision', (content ->> 'position')::bigint, address, content, $3
     FROM jsonb_to_recordset($2) AS entry (channel text, address text, content jsonb)
     ON CONFLICT (tenant, decision, programme, funder, channel) DO NOTHING`,
    [tenant, JSON.stringify(entries.map(({ channel, address, notice }) => ({ channel, address, content: notice }))), now],
  );
}
