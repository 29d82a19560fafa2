import { randomUUID } from 'node:crypto';
import type { LoggedDecision } from '@jalon/decision-log';
import { kafkaBus } from '@jalon/event-bus';
import { loggerFor } from '@jalon/runtime';
import type { Pool } from 'pg';
import type { Checked } from './checked.ts';

export interface KafkaOf {
  readonly brokers: readonly string[];
  readonly pool: Pick<Pool, 'query'>;
  /** The heads of the tenants to compare. */
  readonly heads: ReadonlyMap<string, number>;
  readonly topic?: string;
  /** How long nothing may come before what has not come is missing (milliseconds). */
  readonly patience?: number;
}

const PATIENCE_MS = 15_000;
const QUIET_MS = 1_500;

/** Reads the whole topic, as a group of its own, and compares every message with the decision in the log. */
export async function checkKafka({ brokers, pool, heads, topic, patience = PATIENCE_MS }: KafkaOf): Promise<readonly Checked[]> {
  const logger = loggerFor('fsck', { log: { level: 'silent', pretty: false } });
  const bus = kafkaBus({ brokers, origin: 'fsck', clientId: 'jalon-fsck', logger, ...(topic !== undefined && { topic }) });
  const came = new Map([...heads].map(([tenant, head]) => [tenant, new Uint8Array(head + 1)]));
  const wrong = new Map<string, string[]>([...heads.keys()].map((tenant) => [tenant, []]));
  let last = performance.now();
  const isWhole = () => [...came].every(([, seen]) => seen.indexOf(0, 1) < 0);
  bus.consume({
    group: `jalon-fsck-${randomUUID()}`,
    noted: async () => undefined,
    async handle(batch) {
      last = performance.now();
      for (const [tenant, decisions] of Map.groupBy(batch, (one) => one.tenant)) {
        const seen = came.get(tenant);
        if (!seen) continue;
        const stored = await textsOf(pool, tenant, decisions);
        for (const { position, id, envelope, dataText } of decisions) {
          if (stored.get(position) !== `${envelope}\n${dataText}`)
            wrong.get(tenant)!.push(`The message of decision ${id} at position ${position} is not what the log says.`);
          if (position < seen.length) seen[position] = 1;
        }
      }
    },
  });
  // Once all have come, what comes after them again is waited for a little.
  while (performance.now() - last < (isWhole() ? QUIET_MS : patience)) await new Promise((resolve) => setTimeout(resolve, 50));
  await bus.close();
  return [...came].map(([tenant, seen]) => {
    const missing = seen.reduce((sum, one, position) => (position > 0 && one === 0 ? sum + 1 : sum), 0);
    const found = wrong.get(tenant)!.slice(0, 20);
    if (missing > 0)
      found.push(`${missing} decisions are not in the topic, the first at position ${seen.indexOf(0, 1)}: \`jalon republish\` sends them again.`);
    return { part: 'kafka', tenant, looked: `${seen.length - 1} decisions are in the topic as the log has them`, wrong: found };
  });
}

async function textsOf(pool: Pick<Pool, 'query'>, tenant: string, decisions: readonly LoggedDecision[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await pool.query<{ position: string; envelope: string; data: string }>(
    'SELECT position, envelope, data FROM decision_log.decisions WHERE tenant = $1 AND position = ANY ($2::bigint[])',
    [tenant, decisions.map(({ position }) => position)],
  );
  return new Map(rows.map(({ position, envelope, data }) => [Number(position), `${envelope}\n${data}`]));
}
