import { condition, continueAsNew, defineUpdate, proxyLocalActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { EntityActivities } from './activities.ts';

export const decide = defineUpdate<number, [string]>('decide');

const { record } = proxyLocalActivities<EntityActivities>({ startToCloseTimeout: '10 seconds' });

/** The design that Jalon did not choose, for comparison: the thing is a workflow, a decision is an Update whose handler appends by a local activity. */
export async function entity(stream: string, version: number): Promise<void> {
  let at = version;
  let turn = Promise.resolve();
  setHandler(decide, async (text) => {
    const mine = turn.then(async () => {
      at = await record(stream, at, text);
    });
    turn = mine;
    await mine;
    return at;
  });
  await condition(() => workflowInfo().continueAsNewSuggested);
  await turn;
  return continueAsNew<typeof entity>(stream, at);
}
