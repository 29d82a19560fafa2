import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Guard, startGuard } from './guard.ts';
import { startKafka } from './kafka.ts';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { atMostEvery, elapsed } from './progress.ts';
import { existing, type Report, type Server, Unavailable } from './server.ts';
import { startTemporal } from './temporal.ts';
import { temporalTestServer } from './temporal-test-server.ts';

/** What the suites of a run may use: real servers, of this run only. Get it with `inject('servers')`. */
export interface TestServers {
  /** As the superuser. Each suite makes its own database. */
  readonly postgresUrl: string;
  readonly temporalAddress?: string;
  /** host:port,… */
  readonly kafkaBrokers?: string;
  /** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
  readonly temporalTestServerPath?: string;
  /** One sentence for each server that this machine cannot have; its suites are skipped. Never so in CI. */
  readonly missing: readonly string[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServers;
  }
}

/** Servers of one run, and how to end them. */
export interface TestRun {
  readonly servers: TestServers;
  readonly end: () => Promise<void>;
}

/** Vitest loads this file once a project; the servers are there once a run. */
const shared = globalThis as typeof globalThis & { [key: symbol]: { users: number; run: Promise<TestRun> } | undefined };
const key = Symbol.for('jalon.test-servers');

/** Vitest's global setup for the tiers that need servers. Starts them with the first project that asks, and ends them with the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const current = shared[key] ?? { users: 0, run: startTestServers() };
  shared[key] = current;
  current.users += 1;
  const run = await current.run;
  project.provide('servers', run.servers);
  return async () => {
    current.users -= 1;
    if (current.users > 0) return;
    shared[key] = undefined;
    await run.end();
  };
}

/** Starts PostgreSQL, Temporal and Kafka for one run, on ports and data of their own. */
export async function startTestServers(): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-test-'));
  chmodSync(folder, 0o755);
  const guard = startGuard();
  guard.folder(folder);
  const started: Server[] = [];
  const end = async () => {
    await Promise.all(started.filter(({ how }) => how === 'container').map((server) => server.stop()));
    await guard.release();
  };
  try {
    return { servers: await startEach(folder, guard, started), end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function startEach(folder: string, guard: Guard, started: Server[]): Promise<TestServers> {
  const begun = performance.now();
  const say = (name: string) => (message: string) => console.log(`  ${name}: ${message} (${elapsed(begun)})`);
  const id = randomBytes(4).toString('hex');
  const options = async (name: string) => ({
    dataFolder: join(folder, name),
    port: await freePort(),
    logFile: join(folder, `${name}.log`),
    containerName: `jalon-test-${id}-${name}`,
    ephemeral: true,
    report: atMostEvery(10_000, say(name)),
    spawned: guard.process,
  });
  const missing: string[] = [];
  const orMissing = async <Found>(found: Promise<Found>): Promise<Found | undefined> => {
    try {
      return await found;
    } catch (error) {
      if (!(error instanceof Unavailable) || process.env.CI) throw error;
      missing.push(error.message);
      return undefined;
    }
  };
  const kept = async <Kind extends Server>(starting: Promise<Kind>): Promise<Kind> => {
    const server = await starting;
    started.push(server);
    return server;
  };
  const env = process.env;
  const given = env.JALON_TEST_POSTGRES_URL;
  const postgres = async () => {
    if (given) return { ...existing('PostgreSQL', new URL(given).host), url: given };
    const server = await kept(startPostgres({ ...(await options('postgres')), password: randomBytes(12).toString('hex') }));
    if (server.data && !server.data.startsWith(folder)) guard.folder(dirname(server.data));
    return server;
  };
  const starting = [
    postgres(),
    orMissing(options('temporal').then((rest) => kept(startTemporal({ ...rest, address: env.JALON_TEST_TEMPORAL_ADDRESS })))),
    orMissing(options('kafka').then((rest) => kept(startKafka({ ...rest, brokers: env.JALON_TEST_KAFKA_BROKERS })))),
    orMissing(testServerPath(say('time-skipping server'))),
  ] as const;
  // All have to be through before anything is given up: what is still starting would otherwise be left behind.
  await Promise.allSettled(starting);
  const [database, temporal, kafka, testServer] = await Promise.all(starting);
  for (const sentence of missing) console.warn(`\n  !! NOT TESTED: ${sentence}\n`);
  return {
    postgresUrl: database.url,
    ...(temporal && { temporalAddress: temporal.address }),
    ...(kafka && { kafkaBrokers: kafka.address }),
    ...(testServer && { temporalTestServerPath: testServer }),
    missing,
  };
}

const testServerPath = async (report: Report): Promise<string> =>
  process.env.JALON_TEST_TEMPORAL_TEST_SERVER || (await temporalTestServer({ report }));
