import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProcess, stopProcess, untilReady } from './process.ts';
import { isRunning, startTime } from './process-table.ts';
import { scratchFolder } from './testing/scratch.ts';

const shell = (script: string) =>
  startProcess({ name: 'the server', command: 'sh', args: ['-c', script], logFile: join(scratchFolder(), 'server.log') });

describe('a server that is a process', () => {
  it('that ends as it starts is reported with its last words', async () => {
    const running = await shell('echo getting up; echo FATAL: no room on the disk; exit 3');
    await expect(untilReady(running, () => false)).rejects.toThrow(
      /^the server ended as it started: FATAL: no room on the disk \(its log: .*server\.log\)$/,
    );
  });

  it('that never gets ready is given up and stopped', async () => {
    const running = await shell('sleep 300');
    await expect(untilReady(running, () => false, 300)).rejects.toThrow(/^the server was not ready after 0 s; its log is /);
    expect(isRunning(running)).toBe(false);
  });

  it('that does not exist is one clear sentence', async () => {
    const starting = startProcess({ name: 'the server', command: '/nowhere/server', args: [], logFile: join(scratchFolder(), 'log') });
    await expect(starting).rejects.toThrow(/^the server could not be started \(spawn \/nowhere\/server ENOENT\)\.$/);
  });

  it('that does not listen is ended by force, with what it started', async () => {
    const running = await shell(`trap '' TERM; sleep 300 & wait; sleep 300`);
    await untilReady(running, () => true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stopProcess(running, 300);
    expect(isRunning(running)).toBe(false);
  });

  it('leaves nothing behind that it had started', async () => {
    const folder = scratchFolder();
    const script = `sleep 300 & echo $! > ${folder}/child; trap 'exit 0' TERM; wait`;
    const running = await startProcess({ name: 'the server', command: 'sh', args: ['-c', script], logFile: join(folder, 'log') });
    await untilReady(running, () => existsSync(join(folder, 'child')) && readFileSync(join(folder, 'child'), 'utf8') !== '');
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
    expect(startTime(child)).toBeDefined();
    await stopProcess(running);
    await expect.poll(() => startTime(child)).toBeUndefined();
  });

  it('is left alone when its id belongs to another process by now', async () => {
    const running = await shell('sleep 300');
    await stopProcess({ ...running, startedAt: 'another time' });
    expect(isRunning(running)).toBe(true);
    await stopProcess(running);
  });
});
