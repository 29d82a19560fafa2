import type { OpenedLog } from '@jalon/decision-log';
import type { Configuration } from '@jalon/runtime';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { doorOf } from '../system.ts';

type Settings = Pick<Configuration, 'temporal' | 'commandKey'>;

/**
 * Starts the journeys of every call and project where the log says that they are.
 * @throws {Failure} `bad-configuration` where no Temporal is configured, `out-of-reach` where it does not answer
 */
export async function rehydrateAll(log: OpenedLog, { temporal, commandKey }: Settings, reset: boolean): Promise<Answer> {
  if (!temporal) {
    throw new Failure('bad-configuration', 'JALON_TEMPORAL_ADDRESS is not set: without Temporal there are no journeys, and nothing falls due.');
  }
  // Loaded here only: the other commands start faster without Temporal's client.
  const { connect, rehydrate } = await import('@jalon/workflows/client');
  const { client, close } = connect(temporal);
  try {
    await client.connection.ensureConnected().catch(() => {
      throw new Failure('out-of-reach', `Temporal at ${temporal.address} does not answer: start it and run this again.`);
    });
    const { loader } = doorOf(log, commandKey);
    const things = await rehydrate({ client, taskQueue: temporal.taskQueue, namespace: temporal.namespace, loader, log, reset });
    return {
      lines: [`The journeys of ${things} calls and projects were ${reset ? 'started anew' : 'told to look again'}.`],
      data: { things, reset },
    };
  } finally {
    await close();
  }
}
