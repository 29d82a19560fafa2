import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../bundle/index.ts';
import { roster } from '../roster.ts';
import { quiet } from '../testing/quiet.ts';
import { histories } from './histories.ts';

type Histories = ReturnType<typeof histories>;
let bundle: string;

beforeAll(async () => {
  quiet();
  bundle = await bundleWorkflows();
}, 60_000);

/** How many runs there are, and those that the workflows, as they are now, would not go on with. */
async function replayed(recorded: Histories): Promise<{ readonly runs: number; readonly broken: readonly string[] }> {
  const broken: string[] = [];
  let runs = 0;
  const replaying = Worker.runReplayHistories({ workflowBundle: { code: bundle } }, recorded);
  for await (const { workflowId, runId, error } of replaying) {
    runs += 1;
    if (error) broken.push(`${workflowId} ${runId}: ${error.message}`);
  }
  return { runs, broken };
}

describe('runs that began under earlier code', () => {
  it('are there of every workflow', () => {
    const names = new Set(histories().map(({ name }) => name));
    expect([...names].toSorted()).toEqual(roster.map(({ name }) => name).toSorted());
  });

  it('go on under this code', async () => {
    const recorded = histories();
    expect(await replayed(recorded)).toEqual({ runs: recorded.length, broken: [] });
  }, 60_000);

  it('would be seen to break if a workflow did something else', async () => {
    const [first] = histories().filter(({ name }) => name === 'callLifecycle');
    for (const { activityTaskScheduledEventAttributes: scheduled } of first!.history.events)
      if (scheduled?.activityType) scheduled.activityType.name = 'other';
    expect((await replayed([first!])).broken).toHaveLength(1);
  });
});
