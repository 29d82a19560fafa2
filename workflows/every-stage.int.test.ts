import { until } from '@jalon/testing';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bundleWorkflows } from './bundle/index.ts';
import { lookAgain, recorded, searchAttributeNumbers, workflowIdOf } from './client/index.ts';
import type { Thing } from './contract.ts';
import { record, recordingOf } from './replays/histories.ts';
import { type Enrolled, roster } from './roster.ts';
import { dueWith, Pretended } from './testing/pretended.ts';
import { quiet } from './testing/quiet.ts';

const { temporalTestServerPath } = inject('servers');
const HOUR = 3_600_000;

describe.skipIf(!temporalTestServerPath)('a workflow, taken through every stage that it keeps', () => {
  let env: TestWorkflowEnvironment;
  let bundle: string;

  beforeAll(async () => {
    quiet();
    env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: temporalTestServerPath! } } });
    await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: searchAttributeNumbers() });
    bundle = await bundleWorkflows();
  });
  afterAll(() => env?.teardown());

  /** In each stage all that it keeps falls due; each step is refused at first, and recorded when it is tried again. */
  async function live({ name, kept, endsIn }: Enrolled, thing: Thing, pretended: Pretended): Promise<void> {
    const refused = new Set<string>();
    pretended.answer = ({ obligation }) => {
      const again = refused.has(`${pretended.view.stage} ${obligation}`);
      refused.add(`${pretended.view.stage} ${obligation}`);
      if (!again) return { version: pretended.view.version, refused: 'not-now' };
      pretended.moves({ obligations: pretended.view.obligations.filter(({ id }) => id !== obligation) });
      return { version: pretended.view.version };
    };
    const handle = env.client.workflow.getHandle(workflowIdOf(name, thing));
    await env.client.workflow.start(name, { workflowId: workflowIdOf(name, thing), taskQueue: name, args: [thing] });
    for (const [stage, kinds] of Object.entries(kept)) {
      const at = (await env.currentTimeMs()) + HOUR;
      pretended.moves({ stage, obligations: kinds.map((kind) => dueWith(kind, ['remind', at])) });
      await handle.signal(recorded, pretended.view.version);
      await handle.signal(lookAgain);
      await env.sleep(4 * HOUR);
      await until(`nothing is due in ${stage} any more`, async () => pretended.view.obligations.length === 0);
    }
    pretended.moves({ stage: endsIn[0]!, obligations: [] });
    await handle.signal(recorded, pretended.view.version);
    await until(`${name} is over`, async () => (await handle.describe()).status.name === 'COMPLETED');
  }

  it.each(roster)('$name takes every step that falls due there, also where it was refused at first, and then ends', async (enrolled) => {
    const { name, kind, kept } = enrolled;
    const thing = { tenant: 'region', stream: `${kind}-every-stage-of-${name}` };
    const pretended = new Pretended(() => env.currentTimeMs());
    pretended.view = { ...pretended.view, stage: Object.keys(kept)[0]! };
    const { viewStream, act } = pretended;
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: name,
      workflowBundle: { code: bundle },
      activities: { viewStream, act },
    });
    await worker.runUntil(live(enrolled, thing, pretended));
    const keptKinds = Object.values(kept).flat();
    expect(pretended.acts.length).toBe(2 * keptKinds.length);
    const folder = recordingOf(`stages-of-${name}`);
    if (folder) await record(env.client, thing.tenant, [thing.stream], folder);
  });
});
