import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { startContainer } from './container.ts';
import { startProcess, stopProcess, untilReady } from './process.ts';
import { existing, type Following, type Server } from './server.ts';
import { obtainTemporal, temporalVersion } from './temporal-cli.ts';
import { startEitherWay } from './way.ts';

export const temporalImage = `temporalio/temporal:${temporalVersion}`;

/** What an operator can look for in Temporal; the journeys set them. */
export const searchAttributes = {
  JalonProgramme: 'Keyword',
  JalonStage: 'Keyword',
  JalonPhase: 'Keyword',
  JalonSrl: 'Int',
  JalonNextDue: 'Datetime',
} as const;

export interface TemporalOptions extends Following {
  /** host:port of one that is there already. */
  readonly address?: string | undefined;
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
  readonly containerName: string;
  readonly ephemeral?: boolean;
}

/**
 * A Temporal development server, on the loopback interface, ready to take workflows. The first start on a machine may have to build it: some minutes.
 * @throws {Unavailable} when this machine cannot have one
 */
export async function startTemporal(options: TemporalOptions): Promise<Server> {
  if (options.address) return existing('Temporal', options.address);
  return startEitherWay({
    name: 'Temporal',
    dataFolder: options.dataFolder,
    keepsData: false,
    report: options.report,
    container: () => inContainer(options),
    process: () => asProcess(options),
  });
}

/** The write-ahead log makes SQLite five times faster here; the rest that it gives up is the last moments before a crash of the machine. */
const serverArgs = ({ ephemeral }: TemporalOptions, ip: string, port: number, database: string): string[] => [
  ...['server', 'start-dev', '--headless', '--ip', ip, '--port', String(port), '--db-filename', database],
  ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
  ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  // A quarter of what a server does without being told: a workflow is seen to begin anew after hundreds of decisions, not after thousands.
  ...(ephemeral ? ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=1024'] : []),
];

async function inContainer(options: TemporalOptions): Promise<Server> {
  const { containerName, port, ephemeral, report } = options;
  const server = await startContainer({
    name: 'Temporal',
    containerName,
    image: temporalImage,
    command: serverArgs(options, '0.0.0.0', 7233, '/data/temporal.db'),
    user: 'root',
    port: { inside: 7233, outside: port },
    volume: ephemeral ? undefined : { name: containerName, target: '/data' },
    tmpfs: ephemeral ? ['/data'] : [],
    report,
  });
  while (!(await temporalAnswers(server.address))) await new Promise((resolve) => setTimeout(resolve, 200));
  return server;
}

async function asProcess(options: TemporalOptions): Promise<Server> {
  const { dataFolder, port, logFile, report, signal, spawned } = options;
  const command = await obtainTemporal({ report, signal });
  signal?.throwIfAborted();
  mkdirSync(dataFolder, { recursive: true });
  // Neither the user's Temporal profile nor the port of the HTTP interface or of the metrics: those are free ones, so that two checkouts stand side by side.
  const running = await startProcess({
    name: 'Temporal',
    command,
    args: [...serverArgs(options, '127.0.0.1', port, join(dataFolder, 'temporal.db')), '--disable-config-file', '--disable-config-env'],
    logFile,
    spawned,
  });
  await untilReady(running, () => temporalAnswers(`127.0.0.1:${port}`));
  return { name: 'Temporal', how: 'process', address: `127.0.0.1:${port}`, processes: [running], stop: () => stopProcess(running) };
}

/** Whether a Temporal there knows its default namespace, and so can take workflows. */
export async function temporalAnswers(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.withDeadline(Date.now() + 2_000, () => connection!.workflowService.describeNamespace({ namespace: 'default' }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
