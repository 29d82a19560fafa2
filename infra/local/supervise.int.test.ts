import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRunning, startTime } from '../servers/process-table.ts';
import { scratchFolder } from '../servers/testing/scratch.ts';
import { places } from './checkout.ts';
import { beginLaunch, endLeft, type Launch } from './launch.ts';
import { lastWords, supervise } from './supervise.ts';

function begin(folder: string): Launch {
  const beginning = beginLaunch(places(folder).lock, ['service']);
  if (!beginning.begun) throw new Error('the lock is taken');
  onTestFinished(() => beginning.launch.end());
  return beginning.launch;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(50);
  expect(holds()).toBe(true);
}

function service(folder: string, script: string): string {
  const path = join(folder, 'service.mjs');
  writeFileSync(path, script);
  return path;
}

describe('a service that the launcher runs', () => {
  it('is started again when it crashes, and its last words are told', async () => {
    const folder = scratchFolder();
    const launch = begin(folder);
    const told: string[] = [];
    const once = service(
      folder,
      `import { existsSync, writeFileSync } from 'node:fs';
       if (!existsSync('${folder}/crashed')) { writeFileSync('${folder}/crashed', ''); throw new Error('the table is gone'); }
       writeFileSync('${folder}/well', ''); setInterval(() => {}, 1000);`,
    );
    const running = await supervise('service', once, {
      places: places(folder),
      env: process.env,
      ...launch,
      crashed: (message) => told.push(message),
    });
    await until(() => existsSync(join(folder, 'well')));
    expect(running.crashes()).toBe(1);
    expect(told).toEqual([
      expect.stringMatching(/^service ended \(code 1\): Error: the table is gone\. It is started again in 1 s; its log is .*service\.log$/),
    ]);
  });

  it('is ended with the launcher, and not started again', async () => {
    const folder = scratchFolder();
    const launch = begin(folder);
    const told: string[] = [];
    const pidFile = join(folder, 'pid');
    const script = service(
      folder,
      `import { writeFileSync } from 'node:fs'; writeFileSync('${pidFile}', String(process.pid)); setInterval(() => {}, 1000);`,
    );
    await supervise('service', script, { places: places(folder), env: process.env, ...launch, crashed: (message) => told.push(message) });
    await until(() => existsSync(pidFile));
    await launch.end();
    expect(startTime(Number(readFileSync(pidFile, 'utf8')))).toBeUndefined();
    expect(existsSync(places(folder).lock)).toBe(false);
    expect(told).toEqual([]);
  });
});

describe('what a killed launcher left', () => {
  it('is noted in the lock while it runs, and ended by the next start', async () => {
    const folder = scratchFolder();
    const launch = begin(folder);
    const script = service(folder, 'setInterval(() => {}, 1000);');
    await supervise('service', script, { places: places(folder), env: process.env, ...launch, crashed: () => {} });
    const lock = places(folder).lock;
    const content = JSON.parse(readFileSync(lock, 'utf8')) as { processes: [] };
    launch.stop();
    writeFileSync(lock, JSON.stringify({ ...content, startedAt: 'when the killed one started' }));
    const { left } = begin(folder);
    expect(left.map(({ name }) => name)).toEqual(['service']);
    await endLeft(left, ['service']);
    expect(left.some(isRunning)).toBe(false);
  });
});

describe('the last words of a service', () => {
  const said = (log: string) => {
    const logFile = join(scratchFolder(), 'log');
    writeFileSync(logFile, log);
    return lastWords({ logFile });
  };

  it('are the message of its last log line', () => {
    expect(said('{"msg":"up"}\n{"msg":"closing after an error","err":{"message":"connect ECONNREFUSED"}}\n')).toBe(
      'closing after an error: connect ECONNREFUSED.',
    );
  });

  it('are the error that Node died of, not the stack below it', () => {
    expect(said('TypeError: x is not a function\n    at file.ts:1:1\n\nNode.js v24.0.0\n')).toBe('TypeError: x is not a function.');
  });

  it('are the sentence of a configuration that cannot be used', () => {
    expect(said('JALON_COMMAND_KEY is not set. It is needed.\n')).toBe('JALON_COMMAND_KEY is not set. It is needed.');
  });
});
