import { randomUUID } from 'node:crypto';
import { addToDay, dayOf } from '@jalon/domain';
import { freshLog, until } from '@jalon/testing';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, isFollowed, registerSearchAttributes, tell } from './client/index.ts';
import { endWorkflows, owedOnStreams } from './testing/compared.ts';
import { quiet } from './testing/quiet.ts';
import { Region } from './testing/region.ts';
import { inAnotherProcess } from './testing/worker-outside.ts';

const { postgresUrl, temporalAddress } = inject('servers');
describe.skipIf(!temporalAddress)('a worker that is killed with the workflows that it ran, and another in its place', () => {
  beforeAll(quiet);

  it('lose no step and double none of forty that are due at once', async () => {
    const region = new Region(await freshLog({ postgresUrl }));
    const { tenant, door, fresh } = region;
    const temporal = connect({ address: temporalAddress!, namespace: 'default' });
    await registerSearchAttributes(temporal.client.connection.operatorService, 'default');
    const taskQueue = `test-${randomUUID()}`;
    const teller = { client: temporal.client, taskQueue, loader: door.loader };
    const refusals: object[] = [];
    const worker = await inAnotherProcess(
      { address: temporalAddress!, namespace: 'default', taskQueue, databaseUrl: fresh.url },
      {
        setClock: async () => new Date().toISOString(),
        refused: (refusal) => void refusals.push(refusal),
        async told(answer) {
          if (answer.status !== 'recorded') return;
          for (const { stream, version } of answer.decisions) if (isFollowed(stream)) await tell(teller, { tenant, stream }, { version });
        },
      },
    );
    worker.killAt(20, 'after-step');
    try {
      const streams = await fortyUnanswered(region);
      await Promise.all(streams.map((stream) => tell(teller, { tenant, stream }, 'look-again')));
      const silences = async () => (await fresh.log.readLog(tenant, { after: 0, limit: 10_000 })).filter(({ type }) => type === 'silence-recorded');
      for (let minute = 0; minute < 2 && (await silences()).length < 40; minute += 1)
        await until('all are recorded', async () => (await silences()).length === 40).catch(() => undefined);
      expect(worker.killed()).toBe(1);
      expect((await silences()).map(({ stream }) => stream).toSorted()).toEqual(streams.toSorted());
      expect(refusals).toEqual([]);
    } finally {
      await worker.end();
      await endWorkflows(temporal.client, tenant, await owedOnStreams(fresh.log, door.loader(tenant), tenant));
      await temporal.close();
      await fresh.drop();
    }
  }, 120_000);
});

/** Forty applications that were handed in eighty days ago, and that nobody answered. */
async function fortyUnanswered(region: Region): Promise<readonly string[]> {
  const today = dayOf(new Date().toISOString(), 'Europe/Paris');
  const daysAgo = (days: number) => `${addToDay(today, `-P${days}D`)}T09:00:00Z`;
  await region.founded(daysAgo(100));
  await region.called(daysAgo(95), { opensOn: addToDay(today, '-P90D'), closesOn: addToDay(today, 'P9D'), selectionOn: addToDay(today, 'P60D') });
  await region.record(daysAgo(90), 'call/spring/open-call');
  const ids = Array.from({ length: 40 }, (_, index) => `application-${index + 1}`);
  for (const id of ids) await region.applied(daysAgo(80), id);
  return ids.map((id) => `project-${id}`);
}
