import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Holder, self, takeLock } from './lock.ts';
import { runScript, scratchFolder } from './testing/scratch.ts';

const holding = (path: string) => `
  import { self, takeLock } from './lock.ts';
  takeLock(${JSON.stringify(path)}, { ...self(), note: 'of the one that was killed' });
  console.log(JSON.stringify(self()));
  setInterval(() => {}, 1000);`;

describe('the lock of a checkout', () => {
  it('refuses a second launcher while the first one lives', async () => {
    const path = join(scratchFolder(), 'lock');
    const holder = JSON.parse(await runScript(holding(path)).firstLine) as Holder;
    expect(takeLock(path, self())).toMatchObject({ taken: false, holder });
  });

  it('is taken over from a launcher that was killed, with what that one had noted', async () => {
    const path = join(scratchFolder(), 'lock');
    const { child, ended, firstLine } = runScript(holding(path));
    await firstLine;
    child.kill('SIGKILL');
    await ended;
    expect(takeLock(path, self())).toMatchObject({ taken: true, left: { pid: child.pid, note: 'of the one that was killed' } });
  });

  it('does not take another process, with the id of the one that died, for that one', () => {
    const path = join(scratchFolder(), 'lock');
    takeLock(path, { pid: process.pid, startedAt: 'long ago' });
    expect(takeLock(path, self())).toMatchObject({ taken: true });
  });

  it('goes to one of many that find a dead holder at once', async () => {
    const path = join(scratchFolder(), 'lock');
    takeLock(path, { pid: process.pid, startedAt: 'long ago' });
    const contender = `
      import { self, takeLock } from './lock.ts';
      while (Date.now() < ${Date.now() + 1_500});
      console.log(takeLock(${JSON.stringify(path)}, self()).taken);
      setTimeout(() => {}, 1500);`;
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => runScript(contender).ended));
    expect(outcomes.filter((outcome) => outcome.trim() === 'true')).toHaveLength(1);
  });
});
