import type { DecisionLog } from '@jalon/decision-log';

/** The log's subscription that feeds Kafka. */
export const KAFKA_SUBSCRIPTION = 'kafka';

/**
 * Has the relay publish every decision again, from the first, to a topic that was wiped, say. Consumers drop what they have applied.
 * @returns how many decisions will be published
 */
export async function republish(log: Pick<DecisionLog, 'tenants' | 'rewind'>): Promise<number> {
  const tenants = await log.tenants();
  for (const { tenant } of tenants) await log.rewind(KAFKA_SUBSCRIPTION, tenant, 0);
  return tenants.reduce((sum, { head }) => sum + head, 0);
}
