import type { CommandHandler, Handle } from '@jalon/command-handling';
import { freshLog } from '@jalon/testing';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { activities } from '../activities/index.ts';
import { bundleWorkflows } from '../bundle/index.ts';
import { isFollowed, searchAttributeNumbers, type Teller, tell } from '../client/index.ts';
import { Region } from './region.ts';

const DAY = 86_400_000;
const TASK_QUEUE = 'jalon';

/** A region whose years pass in seconds: PostgreSQL, the door and the workflows all have the clock of the time-skipping server. */
export interface SkippingRegion {
  readonly region: Region;
  readonly teller: Teller;
  readonly end: () => Promise<void>;
  /** Lives on until so many days after the beginning, at nine in the morning UTC; what falls due on the way is done. */
  readonly live: (day: number) => Promise<void>;
  /** The calendar day so many days after the beginning. */
  readonly day: (day: number) => string;
  /** What the process could not record, as its activities told it. */
  readonly refusals: readonly object[];
  /** Asks as a person, now, and tells the workflows of what was decided. */
  readonly ask: (person: string, path: string, input?: unknown) => Promise<void>;
  /** The same from records, now. */
  readonly record: (path: string, input?: unknown) => Promise<void>;
}

/** Tells the workflows of each stream in an answer, as the relay does, but before anything else can happen. */
async function tellOf(teller: Teller, tenant: string, answer: Awaited<ReturnType<Handle>>): Promise<void> {
  if (answer.status !== 'recorded') return;
  for (const { stream, version } of answer.decisions) if (isFollowed(stream)) await tell(teller, { tenant, stream }, { version });
}

export async function skippingRegion(postgresUrl: string, testServer: string): Promise<SkippingRegion> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: testServer } } });
  const fresh = await freshLog({ postgresUrl });
  const region = new Region(fresh);
  const now = async () => new Date(await env.currentTimeMs());
  const setClock = async () => fresh.setClock((await now()).toISOString());
  await setClock();
  const begins = Date.parse(`${fresh.clock().toISOString().slice(0, 10)}T00:00:00Z`);
  const teller: Teller = { client: env.client, taskQueue: TASK_QUEUE, loader: region.door.loader };

  const refusals: object[] = [];
  const door: CommandHandler = {
    ...region.door,
    handle: async (request) => {
      await setClock();
      const answer = await region.door.handle(request);
      await tellOf(teller, region.tenant, answer);
      return answer;
    },
  };
  // This server can add search attributes but not list those that it has, which registerSearchAttributes begins with.
  await env.connection.operatorService.addSearchAttributes({ namespace: env.namespace ?? 'default', searchAttributes: searchAttributeNumbers() });
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue: TASK_QUEUE,
    workflowBundle: { code: await bundleWorkflows() },
    activities: activities(door, { warn: (refused) => void refusals.push(refused) }, fresh.log),
  });
  const stop = Promise.withResolvers<void>();
  const running = worker.runUntil(stop.promise);

  return {
    region,
    teller,
    async live(day) {
      const until = begins + day * DAY + DAY * 0.375;
      await env.sleep(Math.max(until - (await env.currentTimeMs()), 0));
      await setClock();
    },
    day: (day) => new Date(begins + day * DAY).toISOString().slice(0, 10),
    refusals,
    ask: async (person, path, input) => tellOf(teller, region.tenant, await region.ask(person, path, input)),
    record: async (path, input) => tellOf(teller, region.tenant, await region.record(fresh.clock().toISOString(), path, input)),
    async end() {
      stop.resolve();
      await running;
      await env.teardown();
      await fresh.drop();
    },
  };
}
