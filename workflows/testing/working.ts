import type { CommandHandler } from '@jalon/command-handling';
import { NativeConnection, Worker } from '@temporalio/worker';
import { activities, type Importing } from '../activities/index.ts';
import { bundleWorkflows } from '../bundle/index.ts';
import { registerSearchAttributes } from '../client/index.ts';

let bundle: Promise<string> | undefined;

/** A worker at work on a task queue of a real server, for one door to a log. Answers how to stop it. */
export async function working(address: string, taskQueue: string, door: CommandHandler, log: Importing): Promise<() => Promise<void>> {
  bundle ??= bundleWorkflows();
  const connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection.operatorService, 'default');
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: { code: await bundle },
    activities: activities(door, { warn: () => undefined }, log),
    maxCachedWorkflows: 20,
  });
  const stop = Promise.withResolvers<void>();
  const running = worker.runUntil(stop.promise);
  return async () => {
    stop.resolve();
    await running;
    await connection.close();
  };
}
