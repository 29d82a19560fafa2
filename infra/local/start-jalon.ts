import { elapsed } from '../servers/progress.ts';
import type { Report } from '../servers/server.ts';
import type { Places } from './checkout.ts';
import { buildConsole } from './console.ts';
import { loadDemonstration, migrateAll } from './database.ts';
import { jalonVariables, leaveEnvironment, serviceEnvironment } from './environment.ts';
import { findServers } from './find-servers.ts';
import { type Journeys, nothingFallsDue, tellOfArrival } from './journeys.ts';
import type { Launch } from './launch.ts';
import { portsFor } from './remembered-ports.ts';
import { secretsIn } from './secrets.ts';
import { howToSignIn } from './sign-in.ts';
import { sideBySide } from './steps.ts';
import { type Supervised, supervise, untilAnswers } from './supervise.ts';

/** The processes that Jalon is, in the order in which they start. */
export const services = ['api', 'worker', 'relay', 'sealer', 'projector', 'notifier'] as const;

export interface Start {
  /** When the launcher began, for the elapsed time. */
  readonly begun: number;
  readonly launch: Launch;
  readonly places: Places;
  /** Names the containers of this checkout. */
  readonly containerPrefix: string;
  readonly demonstration: boolean;
}

/** Starts everything and says where it is reached. What is on its way then, such as a Temporal that is being built, goes on beside. */
export async function startJalon(start: Start): Promise<void> {
  const { begun, launch, places } = start;
  const { spawned, signal } = launch;
  const { ports, http } = await portsFor(places.ports, process.env.JALON_HTTP_PORT);
  const secrets = secretsIn(places.secrets);
  const built = buildingConsole(signal);
  const arrival = tellOfArrival(begun, process.env.JALON_TASK_QUEUE || 'jalon', console.log);
  const { urls, kafka, journeys, issuer } = await findServers({ ...start, ports, secrets, arriving: arrival.progress });
  signal.throwIfAborted();
  const temporalAddress = journeys.state === 'none' ? undefined : journeys.address;
  const variables = jalonVariables({ urls, ports, secrets, places, issuer, kafkaBrokers: kafka?.address, temporalAddress }, process.env);
  const env = serviceEnvironment(variables, process.env);

  await sideBySide([{ title: 'Database schema', work: () => migrateAll(urls).then(() => 'up to date') }]);
  const load = (report: Report) => loadDemonstration(urls, places, env, { report, signal });
  await sideBySide([
    ...(start.demonstration ? [{ title: 'Demonstration', work: async (report: Report) => ((await load(report)) ? 'loaded' : 'there already') }] : []),
    { title: 'Console', work: built },
  ]);
  signal.throwIfAborted();
  leaveEnvironment(places.environment, variables);
  const address = `http://127.0.0.1:${ports.http}`;
  const startServices = async () => {
    const running: Supervised[] = [];
    await http.release();
    for (const name of services)
      running.push(await supervise(name, `services/${name}/main.ts`, { places, env, signal, spawned, crashed: console.error }));
    await untilAnswers(`${address}/readyz`, running, signal);
    return services.join(', ');
  };
  await sideBySide([{ title: 'Services', work: startServices }]);
  launch.reachableAt(address);
  console.log(`\nJalon is ready at ${address} (${elapsed(begun)})\n`);
  if (!process.env.JALON_OIDC_ISSUER) console.log(howToSignIn(issuer));
  if (!kafka) console.log('Kafka is off: mail, webhooks and views are fed from the decision log itself, which does on one machine.');
  tellOfJourneys(journeys, arrival, launch);
}

/** Builds the console while the servers are fetched and started: it needs none of them. @returns the step that waits for it and tells of it */
function buildingConsole(signal: AbortSignal): (report: Report) => Promise<string> {
  let told: Report = () => undefined;
  const building = buildConsole((message) => told(message), signal);
  // Whoever waits for it hears of a failure; a start that fails before that has its own.
  building.catch(() => undefined);
  return async (report) => {
    told = report;
    return (await building) ? 'built' : 'built already';
  };
}

/** The last word of a start: nothing when the journeys go, what is missing when they do not, and the news of a server that is on its way. */
function tellOfJourneys(journeys: Journeys, { arrived, failed }: ReturnType<typeof tellOfArrival>, { signal, server }: Launch): void {
  if (journeys.state === 'none') console.log(`Temporal is off: ${nothingFallsDue}. ${journeys.because}`);
  if (journeys.state !== 'coming') return;
  console.log('Temporal is on its way: decisions are recorded meanwhile, and the journeys catch up when it is there.');
  const arrive = async () => {
    const there = await journeys.arriving;
    server(there);
    await arrived(there, signal);
  };
  arrive().catch((error: unknown) => signal.aborted || failed(error));
}
