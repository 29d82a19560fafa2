import { setTimeout as wait } from 'node:timers/promises';
import type { LoggedDecision } from '@jalon/decision-log';
import type { Logger } from '@jalon/runtime';
import type { EachBatchPayload, Kafka, Consumer as KafkaConsumer } from 'kafkajs';
import type { Consumer, Consumption } from '../port.ts';
import { atMost } from './at-most.ts';
import { RETRY } from './client.ts';
import { decode } from './message.ts';
import { ensureTopic } from './topic.ts';

const HEARTBEAT_MS = 3_000;
const SESSION_MS = 30_000;
/** How long a broker that does not answer may keep a consumption from ending, once the batch in hand is done. */
const GOODBYE_MS = 3_000;

/** Delays between tries that failed, in milliseconds; the last one for ever. */
const DELAYS = [200, 500, 1_000, 2_000, 5_000, 10_000] as const;
const delayAfter = (failures: number): number => DELAYS[Math.min(failures, DELAYS.length) - 1] ?? 0;

/** A broker that has just started refuses a few times; only after that is it news. */
const TELL_AFTER = 4;

const sourceOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }) => `kafka:${topic}/${partition}`;

/** Follows a topic for one group until stopped: joins again, with a fresh connection, whenever Kafka or the connection to it failed. */
export class TopicConsumption implements Consumption {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #consumer: Consumer;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  readonly #following: Promise<void>;
  #inHand: Promise<void> = Promise.resolve();

  constructor(kafka: Kafka, topic: string, consumer: Consumer, logger: Logger) {
    this.#kafka = kafka;
    this.#topic = topic;
    this.#consumer = consumer;
    this.#logger = logger;
    this.#following = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#inHand;
    await atMost(GOODBYE_MS, this.#following);
  }

  async #follow(): Promise<void> {
    const { group } = this.#consumer;
    for (let failures = 0; !this.#stopping.signal.aborted; ) {
      try {
        await ensureTopic(this.#kafka, this.#topic);
        await this.#beMember(() => {
          if (failures >= TELL_AFTER) this.#logger.info({ group }, 'Kafka is followed again');
          failures = 0;
        });
      } catch (error) {
        failures += 1;
        const reason = error instanceof Error ? error.message : String(error);
        if (failures === TELL_AFTER) this.#logger.warn({ reason, group }, 'Kafka cannot be followed at present; this is tried until it can');
      }
      await wait(delayAfter(failures), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** One membership of the group: resolves when stopping, rejects when kafkajs gave up. */
  async #beMember(onJoined: () => void): Promise<void> {
    const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
    ended.catch(() => undefined); // a crash while joining is heard below, a little later
    const member = this.#kafka.consumer({
      groupId: this.#consumer.group,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, restartOnFailure: async () => false },
    });
    const { signal } = this.#stopping;
    const stop = () => resolve();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) resolve();
    const compared = new Set<number>();
    member.on(member.events.CRASH, ({ payload }) => reject(payload.error));
    member.on(member.events.GROUP_JOIN, () => {
      compared.clear();
      onJoined();
    });
    try {
      await member.connect();
      await member.subscribe({ topic: this.#topic, fromBeginning: true });
      await member.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async (payload) => {
          if (await this.#goneBack(member, payload, compared)) return;
          const handled = this.#handle(payload);
          this.#inHand = handled.then(
            () => undefined,
            () => undefined,
          );
          await handled;
        },
      });
      await ended;
    } finally {
      signal.removeEventListener('abort', stop);
      await member.disconnect();
    }
  }

  /** Once an assignment: goes back to where the consumer has noted that it was, if Kafka would go on after it (the consumer was restored, say). */
  async #goneBack(member: KafkaConsumer, { batch }: EachBatchPayload, compared: Set<number>): Promise<boolean> {
    const { topic, partition } = batch;
    if (compared.has(partition)) return false;
    const noted = (await this.#consumer.noted(sourceOf(batch))) ?? 0;
    compared.add(partition);
    if (noted >= Number(batch.firstOffset())) return false;
    member.seek({ topic, partition, offset: String(noted) });
    return true;
  }

  /** Hands a batch over, staying in the group meanwhile; then notes in Kafka, too, that it was taken. */
  async #handle(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const decisions = messages.map(decode).filter((decision): decision is LoggedDecision => decision !== undefined);
    if (decisions.length < messages.length) {
      this.#logger.warn({ topic, partition }, 'the topic holds messages that are no decisions of Jalon; they are passed over');
    }
    const next = Number(payload.batch.lastOffset()) + 1;
    const beating = setInterval(() => payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const taken = await this.#untilTaken(payload, decisions, next).finally(() => clearInterval(beating));
    if (!taken) return;
    payload.resolveOffset(payload.batch.lastOffset());
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
    await payload.heartbeat();
  }

  /** False where the batch has to be left to another member, or to the next start. */
  async #untilTaken(payload: EachBatchPayload, decisions: readonly LoggedDecision[], next: number): Promise<boolean> {
    for (let failures = 0; ; ) {
      if (this.#stopping.signal.aborted || !payload.isRunning() || payload.isStale()) return false;
      try {
        await this.#consumer.handle(decisions, { source: sourceOf(payload.batch), next });
        return true;
      } catch (error) {
        failures += 1;
        this.#logger.error({ err: error, group: this.#consumer.group, failures }, 'a batch was not taken; it is tried again');
        await wait(delayAfter(failures), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }
}
