import { randomBytes } from 'node:crypto';
import type { LoggedDecision } from '@jalon/decision-log';
import { type FreshLog, freshLog } from '@jalon/testing';
import { CloudEvent, Kafka as CloudEventsKafka } from 'cloudevents';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { eventBusContract } from '../contract.ts';
import type { EventBus } from '../port.ts';
import { record } from '../testing/recording.ts';
import { ownTopicBus, silent } from '../testing/servers.ts';
import { kafkaClient } from './client.ts';

const { postgresUrl, kafkaBrokers } = inject('servers');
const patience = { timeout: 30_000, interval: 50 };

describe.skipIf(!kafkaBrokers)('Kafka', () => {
  const brokers = kafkaBrokers ?? '';

  eventBusContract('Kafka', async () => {
    const { log, drop } = await freshLog({ postgresUrl });
    const { bus } = ownTopicBus(brokers);
    return {
      bus,
      log,
      end: async () => {
        await bus.close();
        await drop();
      },
    };
  });

  describe('the topic of decisions', () => {
    let world: FreshLog;
    const buses: EventBus[] = [];
    const client = kafkaClient(brokers.split(','), 'somebody-else', silent);
    const open = () => {
      const opened = ownTopicBus(brokers);
      buses.push(opened.bus);
      return opened;
    };
    beforeAll(async () => {
      world = await freshLog({ postgresUrl });
    });
    afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())));
    afterAll(() => world?.drop());

    /** What a stranger with a plain Kafka client reads. */
    async function readTopic(topic: string, count: number) {
      const stranger = client.consumer({ groupId: `stranger-${topic}` });
      const messages: { key: string; partition: number; value: string; headers: Record<string, string> }[] = [];
      await stranger.connect();
      await stranger.subscribe({ topic, fromBeginning: true });
      await stranger.run({
        eachMessage: async ({ partition, message }) => {
          const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]));
          messages.push({ key: String(message.key), partition, value: String(message.value), headers });
        },
      });
      await vi.waitFor(() => expect(messages.length).toBeGreaterThanOrEqual(count), patience);
      await stranger.disconnect();
      return messages;
    }

    it('reads as CloudEvents in binary mode to anybody with the CloudEvents library', async () => {
      const { bus, topic } = open();
      const [decision] = await record(world.log, 'tenant-a', 'organisation-events', 1);
      if (!decision) throw new Error('nothing was recorded');
      await bus.publish([decision]);
      const [message] = await readTopic(topic, 1);
      if (!message) throw new Error('nothing was published');
      const event = CloudEventsKafka.toEvent<unknown>({ ...message, body: message.value });
      expect(event).toBeInstanceOf(CloudEvent);
      expect(event).toMatchObject({
        specversion: '1.0',
        id: decision.id,
        type: 'jalon.organisation.role-granted.v1',
        source: 'https://jalon.example/log/tenant-a',
        subject: 'organisation-events',
        time: decision.recordedAt,
        datacontenttype: 'application/json',
        tenant: 'tenant-a',
        position: String(decision.position),
        streamversion: '1',
        incarnation: decision.incarnation,
        data: { data: decision.data, envelope: decision.envelope, dataText: decision.dataText },
      });
    });

    it('keeps the decisions of a stream in one partition, by tenant and stream', async () => {
      const { bus, topic } = open();
      const tenants = ['tenant-b', 'tenant-c'];
      for (const tenant of tenants) {
        for (const stream of ['organisation-one', 'organisation-two']) await bus.publish(await record(world.log, tenant, stream, 5));
      }
      const messages = await readTopic(topic, 20);
      expect(new Set(messages.map(({ key }) => key))).toEqual(
        new Set(tenants.flatMap((tenant) => [`${tenant}/organisation-one`, `${tenant}/organisation-two`])),
      );
      for (const ofKey of Map.groupBy(messages, ({ key }) => key).values()) {
        expect(new Set(ofKey.map(({ partition }) => partition)).size).toBe(1);
        expect(ofKey.map(({ headers }) => headers.ce_streamversion)).toEqual(['1', '2', '3', '4', '5']);
      }
    });

    it('takes the largest decisions that the log takes, many at once', async () => {
      const { bus, topic } = open();
      const large = () => ({ evidence: randomBytes(640_000).toString('base64') });
      const decisions: LoggedDecision[] = [];
      for (let index = 0; index < 8; index += 1) decisions.push(...(await record(world.log, 'tenant-g', 'organisation-large', 1, large)));
      await bus.publish(decisions);
      const messages = await readTopic(topic, 8);
      expect(messages.map(({ value }) => JSON.parse(value))).toEqual(decisions);
    });

    it('passes over what is none of ours', async () => {
      const { bus, topic } = open();
      const [first, second] = await record(world.log, 'tenant-h', 'organisation-one', 2);
      if (!first || !second) throw new Error('nothing was recorded');
      await bus.publish([first]);
      const producer = client.producer();
      await producer.connect();
      const key = 'tenant-h/organisation-one';
      const damaged = { 'content-type': 'application/json', ce_type: 'jalon.organisation.role-granted.v1' };
      await producer.send({
        topic,
        messages: [
          { key, value: 'hello' },
          { key, value: '{"id":', headers: damaged },
          { key, value: 'null', headers: damaged },
        ],
      });
      await producer.disconnect();
      await bus.publish([second]);
      const heard: LoggedDecision[] = [];
      const consumption = bus.consume({ group: topic, noted: async () => undefined, handle: async (batch) => void heard.push(...batch) });
      await vi.waitFor(() => expect(heard).toEqual([first, second]), patience);
      await consumption.stop();
    });

    it('is made with fixed partitions, and keeps what it gets for ever', async () => {
      const { bus, topic } = open();
      await bus.publish(await record(world.log, 'tenant-d', 'organisation-one', 1));
      const admin = client.admin();
      await admin.connect();
      const metadata = await admin.fetchTopicMetadata({ topics: [topic] });
      const described = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: topic }] });
      await admin.disconnect();
      expect(metadata.topics[0]?.partitions).toHaveLength(12);
      const entries = Object.fromEntries(
        (described.resources[0]?.configEntries ?? []).map(({ configName, configValue }) => [configName, configValue]),
      );
      expect(entries).toMatchObject({ 'retention.ms': '-1', 'retention.bytes': '-1', 'cleanup.policy': 'delete' });
    });

    it('is made again after it was wiped, and takes what is published again', async () => {
      const { bus, topic } = open();
      const decisions = await record(world.log, 'tenant-e', 'organisation-one', 4);
      await bus.publish(decisions);
      const admin = client.admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [topic] });
      await admin.disconnect();
      await vi.waitFor(() => bus.publish(decisions), { timeout: 60_000, interval: 200 });
      const messages = await readTopic(topic, 4);
      expect(messages.map(({ headers }) => headers.ce_id)).toEqual(decisions.map(({ id }) => id));
    }, 90_000);
  });
});
