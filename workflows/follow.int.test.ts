import { until } from '@jalon/testing';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { bundleWorkflows } from './bundle/index.ts';
import { lookAgain, recorded, searchAttributeNumbers, standing, workflowIdOf } from './client/index.ts';
import type { Thing } from './contract.ts';
import { dueWith, Pretended } from './testing/pretended.ts';
import { quiet } from './testing/quiet.ts';

const { temporalTestServerPath } = inject('servers');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const thing: Thing = { tenant: 'region', stream: 'call-spring' };

const selectionDue = (...steps: readonly (readonly [command: string, at: number])[]) => dueWith('conclude-selection', ...steps);

describe.skipIf(!temporalTestServerPath)('a workflow that follows the log', () => {
  let env: TestWorkflowEnvironment;
  let bundle: string;
  let call: Pretended;
  let begins: number;
  let stop: () => Promise<void>;

  const handle = () => env.client.workflow.getHandle(workflowIdOf('callLifecycle', thing));
  const start = () =>
    env.client.workflow.start('callLifecycle', { workflowId: workflowIdOf('callLifecycle', thing), taskQueue: 'jalon', args: [thing] });
  const hoursOf = (acts: readonly { at: number }[]) => acts.map(({ at }) => Math.round((at - begins) / HOUR));

  beforeAll(async () => {
    quiet();
    env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: temporalTestServerPath! } } });
    await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: searchAttributeNumbers() });
    bundle = await bundleWorkflows();
  });
  afterAll(() => env?.teardown());

  beforeEach(async () => {
    begins = await env.currentTimeMs();
    call = new Pretended(() => env.currentTimeMs());
    const { promise, resolve } = Promise.withResolvers<void>();
    const { viewStream, act } = call;
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'jalon',
      workflowBundle: { code: bundle },
      activities: { viewStream, act },
    });
    const running = worker.runUntil(promise);
    stop = async () => {
      await handle()
        .terminate()
        .catch(() => undefined);
      resolve();
      await running;
    };
  });
  afterEach(() => stop());

  it('takes each step when its date comes, and not before', async () => {
    const [first, second] = [begins + 5 * HOUR, begins + 9 * HOUR];
    call.view = { ...call.view, obligations: [selectionDue(['remind', first], ['escalate', second])] };
    call.answer = () => {
      call.moves({ obligations: call.acts.length === 1 ? [selectionDue(['escalate', second])] : [] });
      return { version: call.view.version };
    };
    await start();
    await env.sleep(4 * HOUR);
    expect(call.acts).toEqual([]);
    await env.sleep(6 * HOUR);
    expect(call.acts.map(({ command }) => command)).toEqual(['remind', 'escalate']);
    expect(hoursOf(call.acts)).toEqual([5, 9]);
  });

  it('takes only the newest of several overdue steps', async () => {
    const steps = [3, 2, 1].map((days) => ['remind', begins - days * DAY] as const);
    call.view = { ...call.view, obligations: [selectionDue(...steps, ['escalate', begins - HOUR])] };
    call.answer = () => {
      call.moves({ obligations: [] });
      return { version: call.view.version };
    };
    await start();
    await env.sleep(HOUR);
    expect(call.acts.map(({ command }) => command)).toEqual(['escalate']);
  });

  it('tries a refused step again each hour, and shows it as blocked with the reason', async () => {
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + HOUR])] };
    await start();
    await env.sleep(4.5 * HOUR);
    expect(hoursOf(call.acts)).toEqual([1, 2, 3, 4]);
    const { keeps } = await handle().query(standing);
    expect(keeps).toEqual([expect.objectContaining({ kind: 'conclude-selection', blocked: 'not-now' })]);
    const { typedSearchAttributes } = await handle().describe();
    const shown = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(shown).toMatchObject({ JalonBlocked: true, JalonStage: 'closed', JalonProgramme: 'breakthrough' });
  });

  it('tries a refused step again as soon as the log has moved, and is no longer blocked once it is recorded', async () => {
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + HOUR])] };
    await start();
    await env.sleep(1.25 * HOUR);
    call.moves();
    call.answer = () => {
      call.moves({ obligations: [] });
      return { version: call.view.version };
    };
    await handle().signal(recorded, call.view.version);
    await env.sleep(0.25 * HOUR);
    expect(call.acts).toHaveLength(2);
    expect((await handle().query(standing)).keeps).toEqual([]);
  });

  it('does not let a refused step keep the step after it from its date', async () => {
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + HOUR], ['escalate', begins + 1.5 * HOUR])] };
    call.answer = ({ step }) => {
      if (step.command === 'remind') return { version: call.view.version, refused: 'not-now' };
      call.moves({ obligations: [] });
      return { version: call.view.version };
    };
    await start();
    await env.sleep(1.75 * HOUR);
    expect(call.acts.map(({ command }) => command)).toEqual(['remind', 'escalate']);
  });

  it('keeps to a new date when it is told to look again, though the thing itself has not moved', async () => {
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + 100 * DAY])] };
    await start();
    await env.sleep(HOUR);
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + 3 * HOUR])] };
    await handle().signal(lookAgain);
    await env.sleep(3 * HOUR);
    expect(hoursOf(call.acts)[0]).toBe(3);
  });

  it('waits for a date that is further off than any timer, in runs of ninety days', async () => {
    call.view = { ...call.view, obligations: [selectionDue(['remind', begins + 200 * DAY])] };
    const { firstExecutionRunId } = await start();
    await env.sleep(199 * DAY);
    expect((await handle().describe()).runId).not.toBe(firstExecutionRunId);
    expect(call.acts).toEqual([]);
    await env.sleep(1.5 * DAY);
    expect(hoursOf(call.acts)[0]).toBe(200 * 24);
  });

  it('begins a new run with each stage, and ends with the last', async () => {
    const { firstExecutionRunId } = await start();
    await until(
      'the first run follows',
      async () =>
        (await handle()
          .query(standing)
          .catch(() => undefined)) !== undefined,
    );
    call.moves({ stage: 'draft' });
    await handle().signal(recorded, call.view.version);
    await until('a second run follows', async () => {
      const { status, runId } = await handle().describe();
      return status.name === 'RUNNING' && runId !== firstExecutionRunId;
    });
    call.moves({ stage: 'cancelled' });
    await handle().signal(recorded, call.view.version);
    await until('the last run is over', async () => (await handle().describe()).status.name === 'COMPLETED');
  });
});
