import type { DecisionLog, Subscription } from '@jalon/decision-log';
import { type EventBus, KAFKA_SUBSCRIPTION } from '@jalon/event-bus';

/**
 * Publishes every decision in the order of the log. The checkpoint moves once a batch is acknowledged, so what a broker that is down, or this process's end,
 * left unsent is sent later; what was sent and not noted is sent twice, and consumers drop it.
 */
export function relayToBus(log: Pick<DecisionLog, 'subscribe'>, bus: Pick<EventBus, 'publish'>): Subscription {
  return log.subscribe({ name: KAFKA_SUBSCRIPTION, from: 'beginning', handle: (batch) => bus.publish(batch) });
}
