import type { DecisionLog } from '@jalon/decision-log';
import { republish } from '@jalon/event-bus';
import type { Configuration } from '@jalon/runtime';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';

/**
 * Has the relay send every decision to Kafka again.
 * @throws {Failure} `bad-configuration` where no Kafka is configured
 */
export async function republishAll(log: Pick<DecisionLog, 'tenants' | 'rewind'>, { kafka }: Pick<Configuration, 'kafka'>): Promise<Answer> {
  if (!kafka)
    throw new Failure('bad-configuration', 'JALON_KAFKA_BROKERS is not set: consumers are fed from the log itself, there is nothing to publish.');
  const decisions = await republish(log);
  return { lines: [`The relay publishes ${decisions} decisions again, from the first.`], data: { decisions } };
}
