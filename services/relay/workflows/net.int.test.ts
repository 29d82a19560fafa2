import { randomUUID } from 'node:crypto';
import { addToDay, dayOf } from '@jalon/domain';
import { freshLog, until } from '@jalon/testing';
import { type Connected, connect, type Thing, tell } from '@jalon/workflows/client';
import { quiet, Region, working } from '@jalon/workflows/testing';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Net, netWith } from './net.ts';

const { postgresUrl, temporalAddress } = inject('servers');
const MINUTE = 60_000;

/** An application is eighty days old, its silence is overdue, and no workflow ever heard of it. */
describe.skipIf(!temporalAddress)('the net under the workflows', () => {
  let region: Region;
  let temporal: Connected;
  let taskQueue: string;
  let logged: { code?: string; stream?: string; command?: string }[];
  let minutes: number;
  let net: Net;
  let stopWorker: (() => Promise<void>) | undefined;

  const today = dayOf(new Date().toISOString(), 'Europe/Paris');
  const daysAgo = (days: number) => `${addToDay(today, `-P${days}D`)}T09:00:00Z`;
  const tellWorkflows = (thing: Thing) => tell({ client: temporal.client, taskQueue, loader: region.door.loader }, thing, 'look-again');

  beforeAll(quiet);
  beforeEach(async () => {
    region = new Region(await freshLog({ postgresUrl }));
    temporal = connect({ address: temporalAddress!, namespace: 'default' });
    taskQueue = `test-${randomUUID()}`;
    logged = [];
    minutes = 0;
    net = netWith({
      log: region.fresh.log,
      loader: region.door.loader,
      tell: tellWorkflows,
      logger: pino({ level: 'error' }, { write: (line) => void logged.push(JSON.parse(line)) }),
      clock: () => new Date(Date.now() + minutes * MINUTE),
    });
    await region.founded(daysAgo(100));
    await region.called(daysAgo(95), { opensOn: addToDay(today, '-P90D'), closesOn: addToDay(today, 'P9D'), selectionOn: addToDay(today, 'P60D') });
    await region.record(daysAgo(90), 'call/spring/open-call');
    await region.applied(daysAgo(80));
  });
  afterEach(async () => {
    await stopWorker?.();
    stopWorker = undefined;
    await temporal.client.workflow
      .getHandle(`${region.tenant}/project-repair`)
      .terminate()
      .catch(() => undefined);
    await temporal.close();
    await region.fresh.drop();
  });

  it('finds a step that nobody took and has it taken', async () => {
    stopWorker = await working(temporalAddress!, taskQueue, region.door, region.fresh.log);
    await net.sweep();
    await until('silence is recorded', async () => (await region.doneByProcess('project-repair')).some(({ type }) => type === 'silence-recorded'));
  });

  it('leaves a step until the histories that are being imported are whole', async () => {
    await region.fresh.log.beginImport(region.tenant, 'archive');
    stopWorker = await working(temporalAddress!, taskQueue, region.door, region.fresh.log);
    await net.sweep();
    const journey = temporal.client.workflow.getHandle(`${region.tenant}/project-repair`);
    await until('the journey waits', async () => {
      const { raw } = await journey.describe();
      return (raw.pendingActivities ?? []).some(({ lastFailure }) => lastFailure?.message?.includes('archive'));
    });
    expect(await region.doneByProcess('project-repair')).toEqual([]);
    await region.fresh.log.endImport(region.tenant, 'archive');
    await until('silence is recorded', async () => (await region.doneByProcess('project-repair')).some(({ type }) => type === 'silence-recorded'));
  });

  it('alerts, once, to a step that is not taken for ten minutes', async () => {
    for (minutes = 0; minutes < 10; minutes += 1) await net.sweep();
    expect(net.overdue()).toBe(0);
    for (; minutes < 30; minutes += 1) await net.sweep();
    expect(net.overdue()).toBe(4);
    expect(logged.map(({ code, stream, command }) => [code, stream, command]).toSorted()).toEqual([
      ['overdue-step', 'project-repair', 'acknowledge-receipt'],
      ['overdue-step', 'project-repair', 'escalate'],
      ['overdue-step', 'project-repair', 'escalate'],
      ['overdue-step', 'project-repair', 'record-silence'],
    ]);
  });

  it('is content once the step was taken after all', async () => {
    for (minutes = 0; minutes < 15; minutes += 1) await net.sweep();
    stopWorker = await working(temporalAddress!, taskQueue, region.door, region.fresh.log);
    await until('silence is recorded', async () => (await region.doneByProcess('project-repair')).length === 4);
    await net.sweep();
    expect(net.overdue()).toBe(0);
  });
});
