import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventBus, follow, kafkaBus, republish } from '@jalon/event-bus';
import { startKafka } from '@jalon/infra/kafka';
import { freePort } from '@jalon/infra/ports';
import { completeTo, listPortfolio, migrateReadModels, readJournal, viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { loggerFor } from '@jalon/runtime';
import { type FreshLog, freshLog } from '@jalon/testing';
import { Kafka, logLevel } from 'kafkajs';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { relayToBus } from './publish.ts';

const { postgresUrl, kafkaBrokers } = inject('servers');
const logger = loggerFor('test', { log: { level: 'silent', pretty: false } });
const TENANT = 'tenant-a';
const patience = { timeout: 60_000, interval: 100 };

let world: FreshLog;
let programme: LivedProgramme;
let open: (() => unknown)[];
beforeEach(async () => {
  world = await freshLog({ postgresUrl });
  programme = new LivedProgramme(world.log, TENANT);
  open = [];
});
afterEach(async () => {
  for (const close of open.reverse()) await close();
  await world.drop();
});

function busOn(brokers: string, topic: string): EventBus {
  const bus = kafkaBus({ brokers: brokers.split(','), origin: 'https://jalon.example', clientId: 'test', logger, topic });
  open.push(() => bus.close());
  return bus;
}

function relaying(bus: EventBus): void {
  const publishing = relayToBus(world.log, bus);
  open.push(() => publishing.stop());
}

/** What a group hears, and the versions heard of each stream, repeats left out. */
function hearing(bus: EventBus) {
  const heard = new Map<string, number[]>();
  const consumption = bus.consume({
    group: randomUUID(),
    noted: async () => undefined,
    handle: async (batch) => {
      for (const { stream, version } of batch) {
        const versions = heard.get(stream) ?? [];
        if (!versions.includes(version)) versions.push(version);
        heard.set(stream, versions);
      }
    },
  });
  open.push(() => consumption.stop());
  return heard;
}

/** Holds when a group has heard the whole log, each stream in its order. */
async function heardAll(heard: ReadonlyMap<string, readonly number[]>): Promise<void> {
  const heads = await world.log.streams(TENANT, '');
  const expected = Object.entries(heads).map(([stream, version]) => [stream, Array.from({ length: version }, (_, index) => index + 1)]);
  await vi.waitFor(() => expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(expected)), patience);
}

describe.skipIf(!kafkaBrokers)('the relay to Kafka', () => {
  const brokers = kafkaBrokers ?? '';

  it('publishes every decision, each stream in its order', async () => {
    await programme.openCall();
    await programme.apply('workshops', 'Ateliers', 4);
    const bus = busOn(brokers, `test.${randomUUID()}`);
    relaying(bus);
    const heard = hearing(bus);
    await heardAll(heard);
    await programme.select();
    await heardAll(heard);
  });

  it('publishes everything again to a topic that was wiped, and the views of those who follow stay as they were', async () => {
    const topic = `test.${randomUUID()}`;
    await migrateReadModels(world.ownerUrl);
    await programme.openCall();
    await programme.apply('workshops', 'Ateliers', 4);
    const bus = busOn(brokers, topic);
    relaying(bus);
    const following = follow({ bus, group: randomUUID(), applier: viewApplier(world.pool, world.log), logger });
    open.push(() => following.stop());
    const before = hearing(bus);
    await heardAll(before);
    const { head } = (await world.log.tenants())[0]!;
    await vi.waitFor(async () => expect(await completeTo(world.pool, TENANT)).toBe(head), patience);
    const views = async () => [await listPortfolio(world.pool, TENANT), await readJournal(world.pool, TENANT, { limit: 1_000 })];
    const shown = await views();

    const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic] });
    await vi.waitFor(async () => expect(await admin.listTopics()).not.toContain(topic), patience);
    await admin.disconnect();
    expect(await republish(world.log)).toBe(head);

    const after = hearing(busOn(brokers, topic));
    await heardAll(after);
    expect(await views()).toEqual(shown);
    await programme.select();
    await heardAll(after);
    const { head: later } = (await world.log.tenants())[0]!;
    await vi.waitFor(async () => expect(await completeTo(world.pool, TENANT)).toBe(later), patience);
  }, 180_000);

  it('lags while the broker is not there, and catches up when it is, also after it was killed', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'jalon-relay-kafka-'));
    open.push(() => rm(dataFolder, { recursive: true, force: true }));
    const port = await freePort();
    let broker: Awaited<ReturnType<typeof startKafka>> | undefined;
    const start = async () => {
      const options = { dataFolder, port, logFile: join(dataFolder, 'kafka.log'), containerName: `jalon-test-${port}`, report: () => undefined };
      broker = await startKafka(options);
    };
    open.push(() => broker?.stop());

    const bus = busOn(`127.0.0.1:${port}`, `test.${randomUUID()}`);
    relaying(bus);
    await programme.openCall();
    const lag = async () => (await world.log.lags()).find(({ name }) => name === 'kafka')?.behind ?? 0;
    expect(await lag()).toBeGreaterThan(0);
    await start();
    const heard = hearing(bus);
    await heardAll(heard);

    await broker?.stop();
    await programme.apply('workshops', 'Ateliers', 4);
    expect(await lag()).toBeGreaterThan(0);
    await start();
    await heardAll(heard);
    await vi.waitFor(async () => expect(await lag()).toBe(0), patience);
  }, 240_000);
});
