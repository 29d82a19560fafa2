import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { engineAnswers, engineHost } from '../servers/container.ts';
import { atMostEvery, elapsed } from '../servers/progress.ts';
import { existing, lastLine, type Report, type Server } from '../servers/server.ts';
import { startTemporal, type TemporalOptions } from '../servers/temporal.ts';
import { temporalAtHand, temporalObtainable } from '../servers/temporal-cli.ts';

/** What keeps the journeys: a Temporal that is there, one that is on its way, or none. */
export type Journeys =
  | { readonly state: 'there'; readonly address: string; readonly server: Server }
  | { readonly state: 'coming'; readonly address: string; readonly arriving: Promise<Server> }
  | { readonly state: 'none'; readonly because: string };

export const nothingFallsDue = 'decisions are recorded, and nothing falls due until there is a Temporal server';
const noWay =
  'This machine has no Temporal CLI, no way to download one, no Go to build it and no Docker: install one of them, or set JALON_TEMPORAL_ADDRESS.';
/** How long a start waits for a server that only has to be started. */
const patienceMs = 20_000;
/** How often people hear of a build while they work. */
const reportEveryMs = 15_000;

/** Finds or starts Temporal, and never waits for a download or a build: that goes on beside, on a port known from the beginning. */
export async function findJourneys(options: TemporalOptions): Promise<Journeys> {
  if (options.address) return { state: 'there', address: options.address, server: existing('Temporal', options.address) };
  const atHand = (await temporalAtHand()) !== undefined;
  const docker = await engineAnswers();
  if (!atHand && !docker && !(await temporalObtainable())) return { state: 'none', because: noWay };
  const arriving = startTemporal(options);
  const failed = arriving.then(
    () => undefined,
    (error: unknown) => lastLine(error instanceof Error ? error.message : String(error)),
  );
  // Where containers are reached elsewhere, the address is not known before the server is there.
  const elsewhere = docker && (await engineHost()) !== '127.0.0.1';
  const patience = sleep(atHand ? patienceMs : 0, undefined, { ref: false });
  const outcome = await Promise.race([failed.then((because) => ({ because })), ...(elsewhere ? [] : [patience])]);
  if (!outcome) return { state: 'coming', address: `127.0.0.1:${options.port}`, arriving };
  if (outcome.because) return { state: 'none', because: outcome.because };
  const server = await arriving;
  return { state: 'there', address: server.address, server };
}

/** Tells of a Temporal that is on its way, to the end. */
export function tellOfArrival(since: number, taskQueue: string, say: Report) {
  const progress = atMostEvery(reportEveryMs, (message) => say(`journeys: ${message} (${elapsed(since)})`));
  return {
    progress,
    arrived: async ({ address }: Server, signal: AbortSignal): Promise<void> => {
      say(`journeys: the Temporal server is up (${elapsed(since)})`);
      await untilPolled(address, taskQueue, signal);
      say(`journeys: joined, what is due falls due from now on (${elapsed(since)})`);
    },
    failed: (error: unknown): void => say(`journeys: ${nothingFallsDue}. ${lastLine(error instanceof Error ? error.message : String(error))}`),
  };
}

/** Waits until a worker takes tasks from the queue. */
async function untilPolled(address: string, taskQueue: string, signal: AbortSignal): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    for (;;) {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace: 'default',
        taskQueue: { name: taskQueue },
        taskQueueType: 1,
      });
      if (pollers && pollers.length > 0) return;
      await sleep(500, undefined, { signal });
    }
  } finally {
    await connection.close();
  }
}
