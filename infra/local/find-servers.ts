import { startKafka } from '../servers/kafka.ts';
import { startProcess, untilReady } from '../servers/process.ts';
import { type Report, type Server, Unavailable } from '../servers/server.ts';
import { type Places, root } from './checkout.ts';
import { findDatabase } from './database.ts';
import { findJourneys, type Journeys } from './journeys.ts';
import type { Launch } from './launch.ts';
import type { Ports } from './remembered-ports.ts';
import type { Secrets } from './secrets.ts';
import { sideBySide } from './steps.ts';

export interface Finding {
  readonly launch: Launch;
  readonly places: Places;
  readonly containerPrefix: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  /** Told of a Temporal that is on its way, also after this is through. */
  readonly arriving: Report;
}

const said = { environment: 'the one that the environment names', container: 'in a container', process: 'as a local process' } as const;

/** Finds or starts the servers, side by side. Jalon does without Kafka and Temporal where they cannot be had, and says so. */
export async function findServers({ launch, places, containerPrefix, ports, secrets, arriving }: Finding) {
  const options = (name: 'postgres' | 'kafka' | 'temporal', report: Report) => ({
    dataFolder: places.data(name),
    port: ports[name],
    logFile: places.log(name),
    containerName: `${containerPrefix}-${name}`,
    report,
    spawned: launch.spawned,
    signal: launch.signal,
  });
  const found: { urls?: Awaited<ReturnType<typeof findDatabase>>; kafka?: Server; journeys?: Journeys; issuer?: string } = {};
  const env = process.env;
  await sideBySide([
    {
      title: 'PostgreSQL',
      work: async (report) => {
        found.urls = await findDatabase({ places, launch, secrets, ...options('postgres', report) });
        return said[found.urls.how];
      },
    },
    {
      title: 'Kafka',
      work: async (report) => {
        try {
          found.kafka = await startKafka({ ...options('kafka', report), brokers: env.JALON_KAFKA_BROKERS });
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
          return `off. ${error.message}`;
        }
        launch.server(found.kafka);
        return said[found.kafka.how];
      },
    },
    {
      title: 'Temporal',
      work: async () => {
        found.journeys = await findJourneys({ ...options('temporal', arriving), address: env.JALON_TEMPORAL_ADDRESS });
        if (found.journeys.state === 'none') return 'off';
        if (found.journeys.state === 'coming') return 'on its way';
        launch.server(found.journeys.server);
        return said[found.journeys.server.how];
      },
    },
    {
      title: 'Identity provider',
      work: async () => {
        found.issuer = env.JALON_OIDC_ISSUER || (await startIdentityProvider(places, ports.identity, launch));
        return found.issuer;
      },
    },
  ]);
  const { urls, kafka, journeys, issuer } = found;
  if (!urls || !journeys || !issuer) throw new Error('a step that finds a server ended without it');
  return { urls, kafka, journeys, issuer };
}

/** The provider of the demonstration's personas. @returns its issuer */
async function startIdentityProvider(places: Places, port: number, { spawned }: Launch): Promise<string> {
  const issuer = `http://127.0.0.1:${port}`;
  const running = await startProcess({
    name: 'identity provider',
    command: process.execPath,
    args: ['infra/local/identity-provider.ts', '--port', String(port), '--keys', places.identityKeys],
    cwd: root,
    env: { ...process.env, JALON_PARENT_PID: String(process.pid) },
    logFile: places.log('identity-provider'),
    spawned,
  });
  await untilReady(running, async () => (await fetch(`${issuer}/.well-known/openid-configuration`)).ok, 30_000);
  return issuer;
}
