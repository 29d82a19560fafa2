import { readFileSync, writeFileSync } from 'node:fs';
import { migrateAccessJournal } from '@jalon/access-journal';
import { migrate } from '@jalon/decision-log';
import { migrateDelivery } from '@jalon/event-bus';
import { migratePrivacy } from '@jalon/privacy';
import { migrateReadModels } from '@jalon/read-models';
import { migrateSeal } from '@jalon/seal';
import { migrateSessions } from '@jalon/sessions';
import pg from 'pg';
import { type DatabaseUrls, prepareDatabase } from '../servers/database.ts';
import { startPostgres } from '../servers/postgres.ts';
import { run } from '../servers/programs.ts';
import { type Following, lastLine, type Server, Unavailable } from '../servers/server.ts';
import { type Places, root } from './checkout.ts';
import type { Launch } from './launch.ts';
import type { Secrets } from './secrets.ts';

export interface DatabaseOptions extends Following {
  readonly places: Places;
  readonly launch: Launch;
  readonly secrets: Secrets;
  readonly port: number;
  readonly containerName: string;
}

/**
 * The database of this checkout: that of the environment, or one in a PostgreSQL that is started.
 * @throws {Unavailable} when there is none to be had
 */
export async function findDatabase({
  places,
  launch,
  secrets,
  port,
  containerName,
  ...following
}: DatabaseOptions): Promise<DatabaseUrls & Pick<Server, 'how'>> {
  const { JALON_DATABASE_URL: serviceUrl, JALON_DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (serviceUrl && ownerUrl) return { serviceUrl, ownerUrl, how: 'environment' };
  if (serviceUrl || ownerUrl) {
    throw new Unavailable(
      `${serviceUrl ? 'JALON_DATABASE_OWNER_URL' : 'JALON_DATABASE_URL'} is not set, and the other one is: set both for a database of your own, or neither.`,
    );
  }
  const server = await startPostgres({
    dataFolder: places.data('postgres'),
    port,
    password: secrets.postgres,
    logFile: places.log('postgres'),
    containerName,
    ...following,
  });
  launch.server(server);
  try {
    const urls = await prepareDatabase(server.url, { database: 'jalon', ownerPassword: secrets.owner, servicePassword: secrets.service });
    return { ...urls, how: server.how };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '28P01') throw error;
    throw new Unavailable(
      `PostgreSQL does not accept the password in ${places.secrets}: bring back the file that belongs to ${places.data('postgres')}, or remove both to begin again.`,
    );
  }
}

/** Brings the schemas of the log, of the delivery and of the views to this version. */
export async function migrateAll({ ownerUrl }: DatabaseUrls): Promise<void> {
  try {
    await migrate(ownerUrl);
    await migrateDelivery(ownerUrl);
    await migrateSeal(ownerUrl);
    await migrateReadModels(ownerUrl);
    await migrateSessions(ownerUrl);
    await migrateAccessJournal(ownerUrl);
    await migratePrivacy(ownerUrl);
  } catch (error) {
    throw new Unavailable(
      `The database could not be brought to this version (${lastLine(String(error))}): if it belongs to a newer Jalon, start that one.`,
      { cause: error },
    );
  }
}

/** Loads the demonstration into a database that does not have it. Says whether it did. */
export async function loadDemonstration(urls: DatabaseUrls, places: Places, env: NodeJS.ProcessEnv, { report, signal }: Following): Promise<boolean> {
  const database = await identityOf(urls.serviceUrl);
  if (readNote(places.demonstration) === database) return false;
  let last = '';
  const onLine = (line: string) => {
    if (line.trim() === '') return;
    last = line;
    report(line.trim());
  };
  const script = [process.execPath, 'services/cli/jalon.ts', 'import', 'infra/demonstration'] as const;
  const { code, output } = await run(script[0], script.slice(1), { cwd: root, env, onLine, ...(signal && { signal }) });
  signal?.throwIfAborted();
  writeFileSync(places.log('demonstration'), output);
  if (code !== 0) {
    throw new Unavailable(
      `The demonstration could not be loaded (${lastLine(last || output)}): look into ${places.log('demonstration')}, or start with --without-demonstration.`,
    );
  }
  writeFileSync(places.demonstration, `${database}\n`);
  return true;
}

/** What tells one database from any other: its cluster's identifier and its name. */
async function identityOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ identity: string }>(
      `SELECT system_identifier || '/' || current_database() AS identity FROM pg_control_system()`,
    );
    return rows[0]!.identity;
  } finally {
    await client.end();
  }
}

function readNote(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
