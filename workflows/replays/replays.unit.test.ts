import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../bundle/index.ts';
import { lookAgain } from '../contract.ts';
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

/** What activities answered in a run. */
function answersIn({ history: { events } }: Histories[number]): Readonly<Record<string, unknown>>[] {
  const payloads = events.flatMap(({ markerRecordedEventAttributes: local, activityTaskCompletedEventAttributes: remote }) => [
    ...Object.values(local?.details ?? {}).flatMap((details) => details.payloads ?? []),
    ...(remote?.result?.payloads ?? []),
  ]);
  return payloads
    .map(({ data }) => JSON.parse(Buffer.from(data ?? []).toString() || 'null') as Readonly<Record<string, unknown>> | null)
    .filter(isGiven);
}

const isGiven = <Value>(value: Value | null): value is Value => value !== null;

describe('runs that began under earlier code', () => {
  it('are there of every workflow', () => {
    const names = new Set(histories().map(({ name }) => name));
    expect([...names].toSorted()).toEqual(roster.map(({ name }) => name).toSorted());
  });

  it.each(roster)('are there of every stage that $name keeps, and of one in which it has nothing left to do', ({ name, kept, endsIn }) => {
    const stages = new Set(histories().flatMap((run) => (run.name === name ? answersIn(run).map(({ stage }) => stage) : [])));
    expect(Object.keys(kept).filter((stage) => !stages.has(stage))).toEqual([]);
    expect(endsIn.some((stage) => stages.has(stage))).toBe(true);
  });

  it.each(roster)('are there in which a step of $name was refused, and in which it was told to look again', ({ name }) => {
    const runs = histories().filter((run) => run.name === name);
    expect(runs.flatMap(answersIn).filter(({ refused }) => refused !== undefined)).not.toEqual([]);
    const signals = runs.flatMap(({ history: { events } }) => events.map((event) => event.workflowExecutionSignaledEventAttributes?.signalName));
    expect(signals).toContain(lookAgain.name);
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
