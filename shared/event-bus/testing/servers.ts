import { randomUUID } from 'node:crypto';
import { loggerFor } from '@jalon/runtime';
import { type KafkaBusOptions, kafkaBus } from '../kafka/kafka-bus.ts';
import type { EventBus } from '../port.ts';

export const silent = loggerFor('test', { log: { level: 'silent', pretty: false } });

/** A bus on a topic of its own, so that suites that run at once do not hear each other. */
export function ownTopicBus(brokers: string, rest: Partial<KafkaBusOptions> = {}): { readonly bus: EventBus; readonly topic: string } {
  const topic = `jalon.decisions.test.${randomUUID()}`;
  const options = { brokers: brokers.split(','), origin: 'https://jalon.example', clientId: 'test', logger: silent, topic };
  return { bus: kafkaBus({ ...options, ...rest }), topic };
}
