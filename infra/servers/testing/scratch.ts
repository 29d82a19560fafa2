import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of one test, which any user may look into. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-infra-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a script that imports the files beside this folder as `./…`, and gives it back with what it writes. It is killed with the test. */
export function runScript(script: string, env: NodeJS.ProcessEnv = {}) {
  const base = new URL('../', import.meta.url).href;
  const source = script.replaceAll(/from '\.\/([\w-]+)\.ts'/g, (_, name: string) => `from '${base}${name}.ts'`);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(output)));
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => output.includes('\n') && resolve(output.slice(0, output.indexOf('\n'))));
    child.once('close', () => reject(new Error('the script wrote nothing')));
  });
  firstLine.catch(() => {});
  return { child, ended, firstLine };
}
