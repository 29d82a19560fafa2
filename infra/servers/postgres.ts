import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startContainer } from './container.ts';
import { handOver, type Place, placeFor } from './postgres-place.ts';
import { startProcess, stopProcess, untilReady } from './process.ts';
import { run } from './programs.ts';
import { type Following, lastLine, type Server, Unavailable } from './server.ts';
import { startEitherWay } from './way.ts';

export const postgresImage = 'postgres:18';
/** Services keep pools, and tests many of them at once. */
const maxConnections = 200;
/** The same order of words on every machine, whatever locales it has. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

export interface PostgresOptions extends Following {
  readonly dataFolder: string;
  readonly port: number;
  /** Of the superuser `postgres`; it has to stay the same for the life of the data. */
  readonly password: string;
  readonly logFile: string;
  /** Names the container and its volume. */
  readonly containerName: string;
  /** The data goes with the container. */
  readonly ephemeral?: boolean;
}

export interface PostgresServer extends Server {
  /** As the superuser, database `postgres`. */
  readonly url: string;
  /** Where the data of a local process is; as root it may lie outside of `dataFolder`. */
  readonly data?: string;
}

/** PostgreSQL 18 with its durable defaults, on the loopback interface. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  let data: string | undefined;
  const server = await startEitherWay({
    name: 'PostgreSQL',
    dataFolder: options.dataFolder,
    keepsData: true,
    report: options.report,
    container: () => inContainer(options),
    process: async () => {
      const place = await placeFor(options.dataFolder);
      data = place.data;
      return asProcess(options, place);
    },
  });
  return { ...server, url: superuserUrl(server.address, options.password), ...(data && { data }) };
}

const superuserUrl = (address: string, password: string) => `postgres://postgres:${encodeURIComponent(password)}@${address}/postgres`;

const inContainer = ({ containerName, password, port, ephemeral, report }: PostgresOptions): Promise<Server> =>
  startContainer({
    name: 'PostgreSQL',
    containerName,
    image: postgresImage,
    command: ['postgres', '-c', `max_connections=${maxConnections}`],
    environment: () => ({ POSTGRES_PASSWORD: password, POSTGRES_INITDB_ARGS: locale.join(' ') }),
    port: { inside: 5432, outside: port },
    volume: ephemeral ? undefined : { name: containerName, target: '/var/lib/postgresql' },
    // Logged too early on a first start, where the image initialises the data with a server that only it can reach: so ask as well.
    readyWhenLogged: /database system is ready to accept connections/,
    report,
  }).then(async (server) => {
    await untilAnswers(superuserUrl(server.address, password));
    return server;
  });

async function asProcess({ port, password, logFile, report, spawned }: PostgresOptions, place: Place): Promise<Server> {
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    report('making the database cluster');
    await initialise(place, password);
  }
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `max_connections=${maxConnections}`];
  const running = await startProcess({
    name: 'PostgreSQL',
    command: place.programs.postgres,
    args: ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    env: { ...process.env, LC_ALL: 'C' },
    logFile,
    stopSignal: 'SIGINT',
    spawned,
    ...(place.user && { user: place.user }),
  });
  await untilReady(running, () => answers(superuserUrl(`127.0.0.1:${port}`, password)));
  return { name: 'PostgreSQL', how: 'process', address: `127.0.0.1:${port}`, processes: [running], stop: () => stopProcess(running) };
}

/** Makes the cluster under another name and renames it when it is whole. */
async function initialise({ data, programs, user }: Place, password: string): Promise<void> {
  const draft = `${data}.part`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  handOver(draft, user);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    const { code, output } = await run(
      programs.initdb,
      [`--pgdata=${draft}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale],
      {
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C' },
        ...(user && { user }),
      },
    );
    if (code !== 0) throw new Unavailable(`The PostgreSQL cluster could not be made in ${data}: ${lastLine(output)}`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Whether a PostgreSQL that takes connections is there; one that refuses the password is there as well, and says so to who goes on. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '28P01';
  } finally {
    await client.end().catch(() => {});
  }
}

async function untilAnswers(url: string, allowedMs = 30_000): Promise<void> {
  const deadline = performance.now() + allowedMs;
  while (!(await answers(url))) {
    if (performance.now() > deadline) throw new Unavailable('PostgreSQL in its container did not answer: look at `docker logs`.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
