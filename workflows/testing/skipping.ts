import type { Handle } from '@jalon/command-handling';
import { stepToTake } from '@jalon/domain';
import { freshLog } from '@jalon/testing';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { isFollowed, searchAttributeNumbers, type Teller, tell } from '../client/index.ts';
import { owedOnStreams } from './compared.ts';
import { type AtWork, type Place, TASK_QUEUE } from './place.ts';
import { type Happening, Region } from './region.ts';
import { inThisProcess } from './worker-inside.ts';

const DAY = 86_400_000;

/** A region whose years pass in seconds: PostgreSQL, the door and the workflows all have the clock of the time-skipping server. */
export interface SkippingRegion<Worker extends AtWork = AtWork> {
  readonly region: Region;
  readonly teller: Teller;
  readonly worker: Worker;
  readonly end: () => Promise<void>;
  /** Lives on until so many days after the beginning, at nine in the morning UTC; what falls due on the way is done. */
  readonly live: (day: number) => Promise<void>;
  /** The calendar day so many days after the beginning. */
  readonly day: (day: number) => string;
  /** How many days after the beginning an instant or a day is, in the programme's time zone. */
  readonly dayOf: (when: string) => number;
  /** What the process could not record, as its activities told it. */
  readonly refusals: readonly object[];
  /** Asks as a person, now, and tells the workflows of what was decided. */
  readonly ask: (person: string, path: string, input?: unknown) => Promise<void>;
  /** The same from records, now. */
  readonly record: (path: string, input?: unknown) => Promise<void>;
  /** Everything that the process did, in the order in which it was recorded. */
  readonly doneByProcess: () => Promise<readonly Done[]>;
  /** The steps that are overdue now, on any stream. */
  readonly overdue: () => Promise<readonly string[]>;
}

/** A decision of the process: on what, on which day after the beginning, and how late it was recorded (ms). */
export interface Done {
  readonly stream: string;
  readonly day: number;
  readonly type: string;
  readonly data: Happening['data'];
  readonly late: number;
}

/** Tells the workflows of each stream in an answer, as the relay does, but before anything else can happen. */
async function tellOf(teller: Teller, tenant: string, answer: Awaited<ReturnType<Handle>>): Promise<void> {
  if (answer.status !== 'recorded') return;
  for (const { stream, version } of answer.decisions) if (isFollowed(stream)) await tell(teller, { tenant, stream }, { version });
}

const dayInParis = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short' });

export function skippingRegion(postgresUrl: string, testServer: string): Promise<SkippingRegion>;
export function skippingRegion<Worker extends AtWork>(
  postgresUrl: string,
  testServer: string,
  start: (place: Place) => Promise<Worker>,
): Promise<SkippingRegion<Worker>>;
export async function skippingRegion(
  postgresUrl: string,
  testServer: string,
  start: (place: Place) => Promise<AtWork> = inThisProcess,
): Promise<SkippingRegion> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: testServer } } });
  const fresh = await freshLog({ postgresUrl });
  const region = new Region(fresh);
  const { tenant } = region;
  const setClock = async () => {
    const now = new Date(await env.currentTimeMs()).toISOString();
    await fresh.setClock(now);
    return now;
  };
  await setClock();
  const begins = Date.parse(`${fresh.clock().toISOString().slice(0, 10)}T00:00:00Z`);
  const teller: Teller = { client: env.client, taskQueue: TASK_QUEUE, loader: region.door.loader };
  const refusals: object[] = [];
  const told: Place['told'] = (answer) => tellOf(teller, tenant, answer);
  // This server can add search attributes but not list those that it has, which registerSearchAttributes begins with.
  await env.connection.operatorService.addSearchAttributes({ namespace: env.namespace ?? 'default', searchAttributes: searchAttributeNumbers() });
  const worker = await start({ env, fresh, region, setClock, told, refused: (refusal) => void refusals.push(refusal) });
  const dayOf = (when: string) =>
    Math.round((Date.parse(`${when.includes('T') ? dayInParis.format(new Date(when)) : when}T00:00:00Z`) - begins) / DAY);

  return {
    region,
    teller,
    worker,
    refusals,
    dayOf,
    async live(day) {
      const until = begins + day * DAY + DAY * 0.375;
      await env.sleep(Math.max(until - (await env.currentTimeMs()), 0));
      await setClock();
    },
    day: (day) => new Date(begins + day * DAY).toISOString().slice(0, 10),
    ask: async (person, path, input) => told(await region.ask(person, path, input)),
    record: async (path, input) => told(await region.record(fresh.clock().toISOString(), path, input)),
    async doneByProcess() {
      const all = await fresh.log.readLog(tenant, { after: 0, limit: 100_000 });
      return all
        .filter(({ actor }) => actor.kind === 'process')
        .map(({ stream, type, occurredAt, recordedAt, data }) => ({
          stream,
          day: dayOf(occurredAt),
          type,
          data: data as Happening['data'],
          late: Date.parse(recordedAt) - Date.parse(occurredAt),
        }));
    },
    async overdue() {
      const now = fresh.clock().toISOString();
      const owed = await owedOnStreams(fresh.log, region.door.loader(tenant), tenant);
      return owed.flatMap(({ stream, obligations }) =>
        obligations.flatMap((one) => (stepToTake(one, now) ? [`${stream}: ${stepToTake(one, now)?.command} of ${one.kind}`] : [])),
      );
    },
    async end() {
      await worker.end();
      await env.teardown();
      await fresh.drop();
    },
  };
}
