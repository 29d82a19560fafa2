import { randomUUID } from 'node:crypto';
import { kafkaBus } from '@jalon/event-bus';
import { loggerFor } from '@jalon/runtime';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import { connect, rehydrate, workflowIdOf } from '@jalon/workflows/client';
import { endWorkflows, manyProjects, owedOnStreams, quiet, Region, working } from '@jalon/workflows/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkJourneys } from './fsck-journeys.ts';
import { checkKafka } from './fsck-kafka.ts';

const { postgresUrl, kafkaBrokers, temporalAddress } = inject('servers');
const logger = loggerFor('test', { log: { level: 'silent', pretty: false } });

let fresh: FreshLog;
beforeEach(async () => {
  fresh = await freshLog({ postgresUrl });
});
afterEach(() => fresh.drop());

describe.skipIf(!kafkaBrokers)('fsck of Kafka', () => {
  const brokers = (kafkaBrokers ?? '').split(',');

  it('finds what is not in the topic, and what is there otherwise than in the log', async () => {
    const topic = `test.${randomUUID()}`;
    const bus = kafkaBus({ brokers, origin: 'https://jalon.example', clientId: 'test', logger, topic });
    await fresh.log.append(anAppend({ data: [{ note: 1 }, { note: 2 }, { note: 3 }] }));
    const heads = new Map([['demonstration', 3]]);
    const check = async () => (await checkKafka({ brokers, pool: fresh.pool, heads, topic, patience: 4_000 }))[0]!.wrong;
    const decisions = await fresh.log.readLog('demonstration', { after: 0, limit: 10 });
    await bus.publish(decisions.slice(0, 2));
    expect(await check()).toEqual([expect.stringContaining('1 decisions are not in the topic, the first at position 3')]);
    await bus.publish(decisions.slice(2));
    expect(await check()).toEqual([]);
    await bus.publish([{ ...decisions[1]!, dataText: '{"data":{"note":7}}' }]);
    expect(await check()).toEqual([expect.stringContaining(`message of decision ${decisions[1]!.id} at position 2`)]);
    await bus.close();
  }, 120_000);
});

describe.skipIf(!temporalAddress)('fsck of the journeys', () => {
  it('finds those that keep what the log says, and one that is gone', async () => {
    quiet();
    const region = new Region(fresh);
    const { tenant, door } = region;
    await manyProjects(region, 5);
    const load = door.loader(tenant);
    const owed = await owedOnStreams(fresh.log, load, tenant);
    await fresh.log.beginImport(tenant, 'comparison');
    const temporal = { address: temporalAddress!, namespace: 'default' };
    const taskQueue = `test-${randomUUID()}`;
    const { client, close } = connect(temporal);
    const stop = await working(temporalAddress!, taskQueue, door, fresh.log);
    const check = () => checkJourneys({ log: fresh.log, load, tenant, temporal, now: fresh.clock() });
    try {
      await rehydrate({ client, taskQueue, namespace: 'default', tenant, log: fresh.log, loader: door.loader });
      await expect.poll(async () => (await check()).wrong, { timeout: 60_000, interval: 500 }).toEqual([]);
      const { stream } = owed.find(({ stream: name, obligations }) => name.startsWith('project-') && obligations.length > 0)!;
      await client.workflow.getHandle(workflowIdOf('projectJourney', { tenant, stream })).terminate();
      expect((await check()).wrong).toEqual([expect.stringContaining(stream)]);
    } finally {
      await endWorkflows(client, tenant, owed);
      await stop();
      await close();
    }
  }, 180_000);
});
