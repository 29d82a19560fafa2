import { Worker } from '@temporalio/worker';
import { activities } from '../activities/index.ts';
import { bundleWorkflows } from '../bundle/index.ts';
import { type AtWork, doorAt, type Place, TASK_QUEUE } from './place.ts';

/** A worker in the process of the test: the quickest. */
export async function inThisProcess(place: Place): Promise<AtWork> {
  const { env, fresh, refused } = place;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue: TASK_QUEUE,
    workflowBundle: { code: await bundleWorkflows() },
    activities: activities(doorAt(place), { warn: (refusal) => refused(refusal) }, fresh.log),
  });
  const stop = Promise.withResolvers<void>();
  const running = worker.runUntil(stop.promise);
  return {
    async end() {
      stop.resolve();
      await running;
    },
  };
}
