import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parentage } from '../servers/process-table.ts';
import { elapsed } from '../servers/progress.ts';
import { lastLine, Unavailable } from '../servers/server.ts';
import { places as placesIn, root } from './checkout.ts';
import { beginLaunch, endLeft, type Launch, type LockContent } from './launch.ts';
import { services, startJalon } from './start-jalon.ts';

const help = `Runs Jalon on this machine.

  npm start [-- --without-demonstration]

Finds or starts PostgreSQL, Temporal and Kafka, loads the demonstration once, starts the services, and says where Jalon is reached.
Ctrl-C stops what it started. The data stays in .jalon/ and is there at the next start; remove that folder to begin again.

  --without-demonstration   leave the demonstration out
  --help                    this text

Servers are looked for in the environment first, then Docker, then on this machine:
  JALON_DATABASE_URL, JALON_DATABASE_OWNER_URL   a PostgreSQL of your own, as jalon_service and as its owner
  JALON_TEMPORAL_ADDRESS                         a Temporal of your own, host:port
  JALON_KAFKA_BROKERS                            Kafka brokers of your own, host:port,…
  JALON_OIDC_ISSUER                              an OpenID provider of your own
  JALON_HTTP_PORT                                the port of Jalon (3000, or the next free one)
  JALON_LOG_LEVEL=debug                          say more, here and in .jalon/logs/
`;

/** How often the launcher looks whether npm, or the shell, that started it is still there. */
const parentPollMs = 1_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, 'without-demonstration': { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const begun = performance.now();
  const places = placesIn(join(root, '.jalon'));
  mkdirSync(places.folder, { recursive: true });
  const beginning = beginLaunch(places.lock, services);
  if (!beginning.begun) return alreadyRunning(beginning.holder);
  const { launch } = beginning;
  const stopped = untilToldToStop(launch);
  try {
    if (launch.left.length > 0) {
      console.log(`An earlier start was killed and left ${launch.left.map(({ name }) => name).join(', ')} running: ending that first.`);
      await endLeft(launch.left, services);
    }
    const containerPrefix = `jalon-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
    await startJalon({ begun, launch, places, containerPrefix, demonstration: !values['without-demonstration'] });
    const why = await stopped;
    console.log(`${why}: stopping…`);
    return 0;
  } catch (error) {
    if (launch.signal.aborted) console.log('Stopping…');
    else sayError(error);
    return launch.signal.aborted ? 130 : 1;
  } finally {
    const told = launch.signal.aborted;
    const stopping = performance.now();
    rmSync(places.environment, { force: true });
    await launch.end();
    if (told) console.log(`Stopped (${elapsed(stopping)}). The data stays in .jalon/.`);
  }
}

function alreadyRunning({ pid, address }: LockContent): number {
  const where = address ? `at ${address}` : 'and is still starting';
  console.error(`Jalon already runs in this checkout, ${where}: stop it with Ctrl-C where it was started, or with \`kill ${pid}\`.`);
  return 1;
}

/** One sentence; where it came from only for who asks. */
function sayError(error: unknown): void {
  const debug = process.env.JALON_LOG_LEVEL === 'debug';
  const sentence =
    error instanceof Unavailable ? error.message : `Jalon did not start: ${lastLine(error instanceof Error ? error.message : String(error))}`;
  console.error(`\n${sentence}`);
  if (debug) console.error(error);
  else if (!(error instanceof Unavailable)) console.error('JALON_LOG_LEVEL=debug npm start says more.');
}

/** Resolves with the reason when this run is to end; a second Ctrl-C ends everything at once. */
function untilToldToStop(launch: Launch): Promise<string> {
  // What is written when the terminal is gone has nowhere to go.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const orphaned = whetherOrphaned();
  return new Promise((resolve) => {
    let told = false;
    const stop = (why: string) => {
      if (told) return;
      told = true;
      clearInterval(watching);
      launch.stop();
      resolve(why);
    };
    const watching = setInterval(() => {
      if (orphaned()) stop('Whoever started Jalon is gone');
    }, parentPollMs);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (told && signal === 'SIGINT') {
          launch.kill();
          process.exit(130);
        }
        stop(signal === 'SIGINT' ? 'Ctrl-C' : signal);
      });
    }
  });
}

/**
 * Tells whether whoever started this process is gone. npm runs scripts by a shell, which outlives a killed npm: then it is the shell that was orphaned.
 */
function whetherOrphaned(): () => boolean {
  const parent = process.ppid;
  const shell = process.env.npm_lifecycle_event ? parentage(parent) : undefined;
  const byShell = shell !== undefined && /(^|\/)\w*sh$/.test(shell.name);
  return () => process.ppid !== parent || (byShell && parentage(parent)?.parent !== shell.parent);
}

process.exit(await main());
