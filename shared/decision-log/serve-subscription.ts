import type pg from 'pg';
import type { Alarm } from './alarm.ts';
import { ask, type LogReporter } from './database.ts';
import type { Subscribe } from './port.ts';
import { readPage } from './reading.ts';

/** How often a leader looks by itself, and how often a standby tries to take over. */
export const POLL_MS = 1_000;
const BATCH = 500;

/** How long to wait after the nth failure in a row: 0.1 s, doubling, up to half a minute. */
export const backoffMs = (failures: number): number => Math.min(100 * 2 ** (failures - 1), 30_000);

/** A tenant with decisions that a subscription has not handled. */
interface Behind {
  readonly tenant: string;
  readonly position: number;
}

/** A tenant whose handler threw: how often in a row, and when it is tried again (`performance.now()`). */
interface Failing {
  readonly times: number;
  readonly again: number;
}

export interface Serving {
  /** The session that leads. */
  readonly client: pg.Client;
  readonly subscription: Subscribe;
  readonly reporter: LogReporter;
  readonly wake: Alarm;
  readonly isStopping: () => boolean;
}

/** Hands the log over to the leader, until it stops (returns) or its session is lost (throws). Tenants are served in turn, a page each; one that fails waits alone. */
export async function serve(serving: Serving): Promise<void> {
  const { client, subscription, wake, isStopping } = serving;
  const failing = new Map<string, Failing>();
  while (!isStopping()) {
    let moved = false;
    for (const behind of await tenantsBehind(client, subscription.name)) {
      if (isStopping()) return;
      if ((failing.get(behind.tenant)?.again ?? 0) > performance.now()) continue;
      if (await handOver(serving, behind, failing)) moved = true;
    }
    if (!moved) await wake.wait(Math.max(Math.min(POLL_MS, ...[...failing.values()].map(({ again }) => again - performance.now())), 0));
  }
}

function tenantsBehind(client: pg.Client, name: string): Promise<readonly Behind[]> {
  return ask<Behind>(client, {
    name: 'behind',
    text: `SELECT t.tenant, coalesce(c.position, 0) AS position
           FROM decision_log.tenants t LEFT JOIN decision_log.checkpoints c ON c.name = $1 AND c.tenant = t.tenant
           WHERE t.head > coalesce(c.position, 0) ORDER BY t.tenant`,
    values: [name],
  });
}

/** One page to the handler, then the checkpoint. Where the subscription was rewound meanwhile the checkpoint stays, and the next page starts from it. */
async function handOver({ client, subscription, reporter }: Serving, { tenant, position }: Behind, failing: Map<string, Failing>): Promise<boolean> {
  const batch = await readPage(client, tenant, { after: position, limit: subscription.batchSize ?? BATCH });
  const reached = batch.at(-1)?.position;
  if (reached === undefined) return false;
  try {
    await subscription.handle(batch, tenant);
  } catch (err) {
    const times = (failing.get(tenant)?.times ?? 0) + 1;
    failing.set(tenant, { times, again: performance.now() + backoffMs(times) });
    reporter.warn(
      { err, subscription: subscription.name, tenant, after: position, times },
      'a subscription could not handle decisions and tries again',
    );
    return false;
  }
  failing.delete(tenant);
  await ask(client, {
    name: 'checkpoint',
    text: 'SELECT decision_log.checkpoint($1, $2, $3, $4)',
    values: [subscription.name, tenant, position, reached],
  });
  return true;
}
