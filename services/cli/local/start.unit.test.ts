import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './start.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jalon-start-')));
const script = join(folder, 'script.ts');

describe('a script of the checkout', () => {
  it('runs in its folder, and its exit code is the answer', async () => {
    writeFileSync(script, `process.exit(process.cwd() === ${JSON.stringify(folder)} ? 3 : 4);`);
    expect(await runScript(script, [], folder)).toBe(3);
  });

  it('that a signal ended answers as a shell would', async () => {
    writeFileSync(script, `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);`);
    expect(await runScript(script, [], folder)).toBe(128 + 15);
  });
});
