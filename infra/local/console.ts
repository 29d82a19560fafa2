import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { lastLine, type Report, Unavailable } from '../servers/server.ts';
import { root } from './checkout.ts';

const folder = join(root, 'services/console');
const dist = join(folder, 'dist');
/** What the built console was made of. */
const stamp = join(dist, 'made-of');

/** Whose change makes another console: its sources, what is installed, and the reads of the API, whose types it is made with. */
const sources = ['services/console/**/*.{ts,tsx,css,html,json,svg}', 'services/api/reads/**/*.ts', 'package-lock.json'];
const leftOut = ['services/console/dist', 'services/console/node_modules', 'services/console/api/generated'];

function stateOfSources(): string {
  const hash = createHash('sha256').update('for production');
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (path) => leftOut.includes(path.replaceAll('\\', '/')) }));
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Builds the console, once a state of its sources.
 * @returns whether it had to be built
 * @throws {Unavailable} with the last line of what the build said
 */
export async function buildConsole(report: Report, signal?: AbortSignal): Promise<boolean> {
  const state = stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false;
  report('building it, once for this state of its sources');
  await run(['api/generate.ts'], signal);
  await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], signal);
  writeFileSync(stamp, state);
  return true;
}

async function run(args: readonly string[], signal?: AbortSignal): Promise<void> {
  // As people get it, also where a test run asks for it: React is three times as large, and slower, while it is developed.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], ...(signal && { signal }) });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  if (code !== 0) throw new Unavailable(`The console could not be built: ${lastLine(said.trim())}`);
}
