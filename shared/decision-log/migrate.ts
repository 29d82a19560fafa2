import { readdir } from 'node:fs/promises';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { ask, asLogError } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);
const schema = 'decision_log';
const table = 'migrations';

/** The migrations that this version of Jalon knows, in order, by the name that the database keeps of each. */
export async function knownMigrations(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();
}

/** The migrations that a database has been through, in order; none where the log does not exist yet. Throws LogUnavailable. */
export async function appliedMigrations(database: pg.Pool | pg.Client): Promise<readonly string[]> {
  const [found] = await ask<{ exists: boolean }>(database, { text: `SELECT to_regclass('${schema}.${table}') IS NOT NULL AS exists` });
  if (!found?.exists) return [];
  const rows = await ask<{ name: string }>(database, { text: `SELECT name FROM ${schema}.${table} ORDER BY id` });
  return rows.map(({ name }) => name);
}

async function isUpToDate(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const [known, applied] = await Promise.all([knownMigrations(), appliedMigrations(client)]);
    return known.every((name) => applied.includes(name));
  } catch (error) {
    throw asLogError(error);
  } finally {
    await client.end();
  }
}

/**
 * Brings the decision log of a database to the schema of this version, as the role that owns it. Waits for a migration that runs elsewhere; returns at once
 * when there is nothing to do. Throws LogUnavailable where the database cannot be reached.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  if (await isUpToDate(ownerUrl)) return;
  await runner({
    databaseUrl: ownerUrl,
    dir: folder.pathname,
    direction: 'up',
    schema,
    createSchema: true,
    migrationsTable: table,
    ignorePattern: '.*\\.md',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
}
