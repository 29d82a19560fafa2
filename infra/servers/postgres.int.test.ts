import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { prepareDatabase } from './database.ts';
import { freePort } from './ports.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { scratchFolder } from './testing/scratch.ts';

const passwords = { database: 'jalon', ownerPassword: 'an owner/password', servicePassword: 'a service password' };

async function start(folder: string): Promise<PostgresServer> {
  const options = {
    dataFolder: join(folder, 'postgres'),
    logFile: join(folder, 'log'),
    containerName: 'jalon-test-postgres',
    password: 'geheim & mehr',
  };
  const server = await startPostgres({ ...options, port: await freePort(), report: () => {} });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL of a checkout', () => {
  it('has the data of the start before, also on another port', async () => {
    const folder = scratchFolder();
    const first = await start(folder);
    const { ownerUrl } = await prepareDatabase(first.url, passwords);
    await ask(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start(folder);
    const again = await prepareDatabase(second.url, passwords);
    expect(await ask(again.ownerUrl, 'SELECT answer FROM kept')).toEqual([42]);
  });

  it('gives services a role that owns nothing', async () => {
    const { url } = await start(scratchFolder());
    const { serviceUrl } = await prepareDatabase(url, passwords);
    await expect(ask(serviceUrl, 'CREATE TABLE public.mine (x int)')).rejects.toThrow(/permission denied/);
  });

  it.runIf(process.getuid?.() === 0)('runs for root in a folder that only root can reach, and finds its data again', async () => {
    const folder = join(scratchFolder(), 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0o700);
    const first = await start(folder);
    onTestFinished(() => rmSync(dirname(first.data!), { recursive: true }));
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(await ask((await start(folder)).url, 'SELECT answer FROM kept')).toEqual([42]);
  });
});
