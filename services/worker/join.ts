import type { Logger } from '@jalon/runtime';
import type { Activities } from '@jalon/workflows/activities';
import { registerSearchAttributes, type TemporalPlace } from '@jalon/workflows/client';
import { NativeConnection, Worker } from '@temporalio/worker';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** A server that was replaced while we ran knows nothing of our search attributes. */
const LOOK_AGAIN_MS = 30_000;

export interface Joining {
  readonly temporal: TemporalPlace & { readonly taskQueue: string };
  /** Where the bundle of the workflows is. */
  readonly bundle: string;
  readonly activities: Activities;
  readonly logger: Logger;
}

export interface Joined {
  /** Stops taking tasks, ends those in hand, leaves. */
  readonly leave: () => Promise<void>;
}

/** Works for Temporal until told to leave. A server that is not there, or goes away for good, is waited for as long as it takes. */
export function join(joining: Joining): Joined {
  const { logger, temporal } = joining;
  const leaving = Promise.withResolvers<void>();
  let left = false;

  async function run(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !left; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await work(joining, leaving.promise, () => {
          wait = FIRST_WAIT_MS;
        });
      } catch (err) {
        if (left) return;
        if (wait === FIRST_WAIT_MS) {
          logger.warn(
            { err, address: temporal.address },
            'waiting for Temporal; decisions are recorded meanwhile, and nothing falls due until it is there',
          );
        }
        await Promise.race([pause(wait), leaving.promise]);
      }
    }
  }

  const done = run();
  return {
    async leave() {
      left = true;
      leaving.resolve();
      await done;
    },
  };
}

/** One stay: connects, registers what has to be, works until it is time to leave. Rejects when there is no server, or it throws us out. */
async function work({ temporal, bundle, activities, logger }: Joining, leaving: Promise<void>, joined: () => void): Promise<void> {
  const { address, namespace, taskQueue } = temporal;
  const connection = await NativeConnection.connect({ address });
  try {
    const register = () => registerSearchAttributes(connection.operatorService, namespace);
    await register();
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowBundle: { codePath: bundle },
      activities,
      // Journeys wait for months between two tasks of a millisecond: what is not in the cache is read again from its short history.
      maxCachedWorkflows: 200,
      maxConcurrentWorkflowTaskExecutions: 20,
      maxConcurrentActivityTaskExecutions: 20,
      maxConcurrentLocalActivityExecutions: 20,
      workflowThreadPoolSize: 1,
      shutdownGraceTime: '5s',
    });
    joined();
    logger.info({ address, namespace, taskQueue }, 'joined Temporal: what is due will fall due');
    const timer = setInterval(() => void register().catch((err) => logger.debug({ err }, 'search attributes could not be looked at')), LOOK_AGAIN_MS);
    try {
      await worker.runUntil(leaving);
    } finally {
      clearInterval(timer);
    }
  } finally {
    await connection.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
