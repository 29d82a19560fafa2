import type { LoggedDecision } from '@jalon/decision-log';
import type { Logger } from '@jalon/runtime';
import { CompressionTypes, type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { BusUnavailable, type Consumer, type Consumption, type EventBus } from '../port.ts';
import { atMost } from './at-most.ts';
import { kafkaClient, RETRY } from './client.ts';
import { TopicConsumption } from './consumption.ts';
import { encode } from './message.ts';
import { ensureTopic, TOPIC } from './topic.ts';

export interface KafkaBusOptions {
  readonly brokers: readonly string[];
  /** The address of this Jalon: `ce_source` begins with it. */
  readonly origin: string;
  /** Names the process to the brokers. */
  readonly clientId: string;
  readonly logger: Logger;
  readonly topic?: string;
}

const ALL_REPLICAS = -1;
const GOODBYE_MS = 3_000;

/** What one request holds, before compression: well below what the topic takes. */
const REQUEST_BYTES = 4 * 1024 * 1024;

/** The bus on Kafka. Nothing is connected before it is used, and a broker that is down is waited for. */
export function kafkaBus({ brokers, origin, clientId, logger, topic = TOPIC }: KafkaBusOptions): EventBus {
  const kafka = kafkaClient(brokers, clientId, logger);
  const publisher = new Publisher(kafka, topic, origin);
  const consumptions = new Set<Consumption>();

  return {
    publish: (batch) => publisher.publish(batch),
    consume(consumer: Consumer) {
      const consumption = new TopicConsumption(kafka, topic, consumer, logger);
      consumptions.add(consumption);
      return consumption;
    },
    async close() {
      await Promise.all([publisher.close(), ...[...consumptions].map((consumption) => consumption.stop())]);
    },
  };
}

/** Sends batches through an idempotent producer; one that failed is replaced, and the topic looked for again (it may have been wiped). */
class Publisher {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #origin: string;
  readonly #closing = Promise.withResolvers<never>();
  #producer: Promise<Producer> | undefined;

  constructor(kafka: Kafka, topic: string, origin: string) {
    this.#kafka = kafka;
    this.#topic = topic;
    this.#origin = origin;
    this.#closing.promise.catch(() => undefined);
  }

  async publish(batch: readonly LoggedDecision[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      await Promise.race([this.#send(batch), this.#closing.promise]);
    } catch (error) {
      this.#letGo();
      throw error instanceof BusUnavailable ? error : unavailable(error, batch.length);
    }
  }

  async #send(batch: readonly LoggedDecision[]): Promise<void> {
    this.#producer ??= this.#connect();
    const producer = await this.#producer;
    for (const messages of inRequests(batch.map((decision) => encode(decision, this.#origin)))) {
      await producer.send({ topic: this.#topic, acks: ALL_REPLICAS, compression: CompressionTypes.GZIP, messages });
    }
  }

  async #connect(): Promise<Producer> {
    await ensureTopic(this.#kafka, this.#topic);
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: RETRY,
    });
    await producer.connect();
    return producer;
  }

  #letGo(): void {
    const old = this.#producer;
    this.#producer = undefined;
    old?.then((producer) => producer.disconnect()).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closing.reject(new BusUnavailable('The bus was closed before Kafka had taken the batch; it is sent again when this process is back.'));
    const goodbye = this.#producer?.then((producer) => producer.disconnect()).catch(() => undefined);
    if (goodbye) await atMost(GOODBYE_MS, goodbye);
  }
}

/** Cuts messages, in their order, into requests that a broker takes. One message that is larger than that goes alone. */
function inRequests(messages: readonly Message[]): Message[][] {
  const requests: Message[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const size = Buffer.byteLength(message.value ?? '');
    if (bytes + size > REQUEST_BYTES) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)?.push(message);
    bytes += size;
  }
  return requests;
}

function unavailable(cause: unknown, count: number): BusUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BusUnavailable(
    `Kafka did not take ${count} decisions (${reason}); they stay in the log and are sent again. Check that the brokers run.`,
    {
      cause,
    },
  );
}
