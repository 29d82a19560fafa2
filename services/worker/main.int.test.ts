import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addToDay, dayOf } from '@jalon/domain';
import { type FreshLog, freshLog, until } from '@jalon/testing';
import { connect, tell } from '@jalon/workflows/client';
import { Region } from '@jalon/workflows/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

const { postgresUrl, temporalAddress } = inject('servers');

describe('the worker as a process', () => {
  let fresh: FreshLog;
  let folder: string;
  let worker: ChildProcess | undefined;
  let output: string;

  beforeEach(async () => {
    fresh = await freshLog({ postgresUrl });
    folder = mkdtempSync(join(tmpdir(), 'jalon-worker-'));
    output = '';
  });
  afterEach(async () => {
    if (worker && worker.exitCode === null && worker.signalCode === null) {
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    await fresh.drop();
    rmSync(folder, { recursive: true });
  });

  const start = (more: Readonly<Record<string, string>>) => {
    const { PATH } = process.env;
    const needed = { JALON_DATABASE_URL: fresh.url, JALON_OIDC_ISSUER: 'http://127.0.0.1:1', JALON_COMMAND_KEY: 'a key for tests only' };
    worker = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { cwd: folder, env: { PATH, ...needed, ...more } });
    worker.stdout?.on('data', (chunk) => (output += chunk));
    worker.stderr?.on('data', (chunk) => (output += chunk));
    return worker;
  };
  const ends = async () => {
    worker!.kill('SIGTERM');
    const [code] = await once(worker!, 'exit');
    return code;
  };

  it('stays without a word more where no Temporal is named, and ends when told', async () => {
    const { exitCode } = start({});
    await until('it says that nothing falls due', () => output.includes('nothing falls due'));
    expect(exitCode).toBeNull();
    expect(await ends()).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(2);
  });

  it.skipIf(!temporalAddress)('opens a call on its day, and ends when told', async () => {
    const taskQueue = `test-${randomUUID()}`;
    start({ JALON_TEMPORAL_ADDRESS: temporalAddress!, JALON_TASK_QUEUE: taskQueue });
    const temporal = connect({ address: temporalAddress!, namespace: 'default' });
    const region = new Region(fresh);
    const today = dayOf(new Date().toISOString(), 'Europe/Paris');
    await region.founded(`${addToDay(today, '-P30D')}T09:00:00Z`);
    const days = { opensOn: addToDay(today, '-P20D'), closesOn: addToDay(today, 'P20D'), selectionOn: addToDay(today, 'P60D') };
    await region.called(`${addToDay(today, '-P29D')}T09:00:00Z`, days);
    await tell({ client: temporal.client, taskQueue, loader: region.door.loader }, { tenant: region.tenant, stream: 'call-spring' }, 'look-again');
    await until('the call is open', async () => (await region.doneByProcess('call-spring')).length > 0);
    await temporal.client.workflow.getHandle(`${region.tenant}/call-spring`).terminate();
    await temporal.close();
    expect(await ends()).toBe(0);
    expect(output).not.toMatch(/"level":(40|50|60)/);
  });
});
