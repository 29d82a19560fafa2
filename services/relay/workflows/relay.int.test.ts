import { randomUUID } from 'node:crypto';
import { addToDay, dayOf } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import type { Logger } from '@jalon/runtime';
import { loggerFor, systemClock } from '@jalon/runtime';
import { freshLog, until } from '@jalon/testing';
import { type Connected, connect, rehydrate, type Standing, standing, workflowIdOf } from '@jalon/workflows/client';
import { closedGate, quiet, Region, working } from '@jalon/workflows/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { relayToWorkflows, type WorkflowsRelay } from './relay.ts';

const { postgresUrl, temporalAddress } = inject('servers');
const logger: Logger = loggerFor('relay', { log: { level: 'silent', pretty: false } });
const PROJECT = 'project-repair';
const CALL = 'call-spring';

describe.skipIf(!temporalAddress)('the relay to the workflows', () => {
  let region: Region;
  let temporal: Connected;
  let taskQueue: string;
  let closing: (() => unknown)[];

  const today = () => dayOf(new Date().toISOString(), 'Europe/Paris');
  const daysAgo = (days: number) => `${addToDay(today(), `-P${days}D`)}T09:00:00Z`;
  const teller = () => ({ client: temporal.client, taskQueue, loader: region.door.loader });
  const standingOf = (stream: string): Promise<Standing> => handleOf(stream).query(standing);
  /** Where the workflow of a stream stands, once it keeps what there is to keep in a stage. */
  const stands = async (stream: string, stage: string): Promise<Standing> => {
    let stands: Standing | undefined;
    await until(`${stream} is kept in stage ${stage}`, async () => {
      stands = await standingOf(stream).catch(() => undefined);
      return stands?.stage === stage && stands.keeps.length > 0;
    });
    return stands!;
  };
  const handleOf = (stream: string) => {
    const name = stream.startsWith('call-') ? 'callLifecycle' : 'projectJourney';
    return temporal.client.workflow.getHandle(workflowIdOf(name, { tenant: region.tenant, stream }));
  };
  const relaying = (through: Connected = temporal): WorkflowsRelay => {
    const relay = relayToWorkflows({ ...teller(), client: through.client, log: region.fresh.log, logger, clock: systemClock });
    closing.unshift(relay.stop);
    return relay;
  };
  const atWork = async () => {
    const stopWorker = await working(temporalAddress!, taskQueue, region.door, region.fresh.log);
    const stop = async () => {
      closing = closing.filter((one) => one !== stop);
      await stopWorker();
    };
    closing.unshift(stop);
    return stop;
  };
  const types = async (stream: string) => (await region.doneByProcess(stream)).map(({ type }) => type);

  beforeAll(quiet);
  beforeEach(async () => {
    const fresh = await freshLog({ postgresUrl });
    region = new Region(fresh);
    taskQueue = `test-${randomUUID()}`;
    temporal = connect({ address: temporalAddress!, namespace: 'default' });
    closing = [() => temporal.close(), () => fresh.drop()];
    await region.founded(daysAgo(100));
    await region.called(daysAgo(95), {
      opensOn: addToDay(today(), '-P90D'),
      closesOn: addToDay(today(), '-P1D'),
      selectionOn: addToDay(today(), 'P60D'),
    });
  });
  afterEach(async () => {
    for (const stream of [PROJECT, CALL])
      await handleOf(stream)
        .terminate()
        .catch(() => undefined);
    for (const close of closing) await close();
  });

  it('has what is overdue done as of its date, and only the newest of the steps that were missed', async () => {
    await earlierCall();
    await region.applied(daysAgo(80), 'repair', 'winter');
    await region.record(daysAgo(60), 'call/winter/close-call');
    relaying();
    await atWork();
    await until('silence is recorded', async () => (await types(PROJECT)).includes('silence-recorded'));
    const [silence] = (await region.doneByProcess(PROJECT)).filter(({ type }) => type === 'silence-recorded');
    expect(dayOf(silence!.at, 'Europe/Paris')).toBe(addToDay(addToDay(addToDay(today(), '-P80D'), 'P2M'), 'P1D'));
    const done = ['obligation-escalated', 'obligation-escalated', 'receipt-acknowledged', 'silence-recorded'];
    await until('completeness and eligibility are escalated', async () => (await types(PROJECT)).length === done.length);
    expect((await types(PROJECT)).toSorted()).toEqual(done);
  });

  it('follows a call to its next stage', async () => {
    relaying();
    await atWork();
    await until('the call is closed', async () => (await types(CALL)).includes('call-closed'));
    expect(await types(CALL)).toEqual(['call-opened', 'call-closed']);
    expect((await stands(CALL, 'closed')).keeps.map(({ kind }) => kind)).toEqual(['conclude-selection']);
  });

  it('starts the SRL reviews of a project with its first phase, and ends them when it closes', async () => {
    await inConcept();
    relaying();
    await atWork();
    const reviews = () => temporal.client.workflow.getHandle(`${region.tenant}/${PROJECT}/srl-reviews`);
    const keeps = async () =>
      (
        await reviews()
          .query(standing)
          .catch(() => undefined)
      )?.keeps.map(({ kind }) => kind);
    await until('a review is awaited', async () => (await keeps())?.[0] === 'open-srl-review');
    await region.ask('carl', 'project/repair/decide-gate', { outcome: 'exit-with-shared-results', reasons: 'As the committee found.' });
    await until('the reviews have ended', async () => (await reviews().describe()).status.name === 'COMPLETED');
    expect((await stands(PROJECT, 'closing')).keeps.map(({ kind }) => kind).toSorted()).toEqual(['final-report', 'publish-grant', 'share-results']);
  });

  it('lets decisions be taken while Temporal is away, says so, and catches up', async () => {
    const gate = await closedGate();
    closing.unshift(gate.close);
    const through = connect({ address: gate.address, namespace: 'default' });
    closing.splice(closing.length - 2, 0, () => through.close());
    const relay = relaying(through);
    await atWork();
    await region.applied(daysAgo(80));
    await until('the relay has noticed', () => relay.health().problem !== undefined);
    expect(relay.health().connected).toBe(false);
    await gate.open(temporalAddress!);
    await until('the relay is well', () => relay.health().connected);
    await until('silence is recorded', async () => (await types(PROJECT)).includes('silence-recorded'));
    expect(relay.health()).toEqual({ connected: true, overdueSteps: 0 });
  });

  it('keeps to the dates of a policy that was adopted since', async () => {
    relaying();
    await atWork();
    const reminds = async () => (await stands(CALL, 'closed')).keeps[0]!.next!.at;
    expect(dayOf(await reminds(), 'Europe/Paris')).toBe(addToDay(today(), 'P30D'));
    await region.ask('administrator', 'programme/breakthrough/draft-policy', { policy: { reminders: [50] } });
    await region.ask('alma', 'programme/breakthrough/adopt-policy', { draft: 1, inForceFrom: today() });
    await until('the reminder has moved', async () => dayOf(await reminds(), 'Europe/Paris') === addToDay(today(), 'P10D'));
  });

  it('keeps a project through a worker that ends and another that begins', async () => {
    await region.applied(daysAgo(10));
    relaying();
    const stop = await atWork();
    await stands(PROJECT, 'submitted');
    await stop();
    await region.ask('administrator', 'project/repair/assess-eligibility', { outcome: 'eligible', reasons: [] });
    await atWork();
    // A task that Temporal handed to the worker as it ended is offered again after ten seconds, and after ten more where that worker is remembered.
    expect((await stands(PROJECT, 'in-review')).version).toBe(await region.version(PROJECT));
  });

  it('has every journey back where it was after Temporal lost them all and the log was read again', async () => {
    await region.applied(daysAgo(10));
    const relay = relaying();
    await atWork();
    await until('the receipt is acknowledged', async () => (await stands(PROJECT, 'submitted')).version === 4);
    const before = [await stands(PROJECT, 'submitted'), await stands(CALL, 'closed')];
    await relay.stop();
    for (const stream of [PROJECT, CALL]) await handleOf(stream).terminate();
    const told = await rehydrate({ ...teller(), log: region.fresh.log, namespace: 'default', tenant: region.tenant });
    expect(told).toBe(2);
    expect([await stands(PROJECT, 'submitted'), await stands(CALL, 'closed')]).toEqual(before);
    expect(before[0]!.keeps.length).toBeGreaterThan(0);
  });

  it('starts journeys that run afresh when asked to reset', async () => {
    await region.applied(daysAgo(10));
    const rehydration = { ...teller(), log: region.fresh.log, namespace: 'default', tenant: region.tenant };
    await rehydrate(rehydration);
    const { runId } = await handleOf(PROJECT).describe();
    await rehydrate(rehydration);
    expect((await handleOf(PROJECT).describe()).runId).toBe(runId);
    await rehydrate({ ...rehydration, reset: true });
    expect((await handleOf(PROJECT).describe()).runId).not.toBe(runId);
  });

  /** A call that is open until sixty-one days ago. */
  async function earlierCall(): Promise<void> {
    const days = { opensOn: addToDay(today(), '-P90D'), closesOn: addToDay(today(), '-P61D'), selectionOn: addToDay(today(), '-P40D') };
    await region.called(daysAgo(95), days, 'winter');
    await region.record(daysAgo(90), 'call/winter/open-call');
  }

  /** A project of an earlier call, in the concept phase since ten days. */
  async function inConcept(): Promise<void> {
    const record: Region['record'] = (...asked) => region.record(...asked);
    await earlierCall();
    await region.applied(daysAgo(80), 'repair', 'winter');
    await record(daysAgo(75), 'project/repair/assess-eligibility', { outcome: 'eligible', reasons: [] });
    for (const reviewer of ['ana', 'bob']) await record(daysAgo(70), 'project/repair/assign-reviewer', { reviewer });
    for (const reviewer of ['ana', 'bob']) await record(daysAgo(65), 'project/repair/submit-review', samples.reviewGiving(4), reviewer);
    await record(daysAgo(60), 'call/winter/close-call');
    await record(daysAgo(50), 'call/winter/conclude-selection');
    for (const funder of ['region', 'esf']) await record(daysAgo(40), 'project/repair/decide-funding', { funder, outcome: 'granted' });
    await record(daysAgo(20), 'project/repair/sign-agreement', { signedOn: addToDay(today(), '-P20D'), parties: ['Région', 'Les Ateliers'] });
    await record(daysAgo(10), 'project/repair/enter-phase', { phase: 'concept' });
  }
});
