import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { isRunning } from './process-table.ts';
import type { ProcessRecord } from './server.ts';
import { runScript } from './testing/scratch.ts';

it('nothing is left of a test run that was killed', async () => {
  const { child, firstLine } = runScript(`
    import { mkdtempSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import { startGuard } from './guard.ts';
    import { startProcess } from './process.ts';
    const folder = mkdtempSync(join(tmpdir(), 'jalon-infra-'));
    const guard = startGuard();
    guard.folder(folder);
    const server = await startProcess({ name: 'server', command: 'sleep', args: ['300'], logFile: folder + '/log', spawned: guard.process });
    console.log(JSON.stringify({ folder, server: { pid: server.pid, startedAt: server.startedAt } }));
    setInterval(() => {}, 1000);`);
  const { folder, server } = JSON.parse(await firstLine) as { folder: string; server: ProcessRecord };
  expect(isRunning(server)).toBe(true);
  child.kill('SIGKILL');
  for (let tries = 0; tries < 100 && (isRunning(server) || existsSync(folder)); tries += 1) await sleep(100);
  expect({ running: isRunning(server), folder: existsSync(folder) }).toEqual({ running: false, folder: false });
});
