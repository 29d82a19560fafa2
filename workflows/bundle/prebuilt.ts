import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleWorkflows } from './build.ts';

const run = promisify(execFile);
const workflows = join(import.meta.dirname, '..');
const domain = dirname(fileURLToPath(import.meta.resolve('@jalon/domain/pure')));

/** The files that can be in the bundle: the definitions, and the domain, of which they see a part. */
function sources(): string[] {
  const own = readdirSync(workflows).map((name) => join(workflows, name));
  const rules = readdirSync(domain, { recursive: true, encoding: 'utf8' }).map((name) => join(domain, name));
  return [...own, ...rules].filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('node_modules')).sort();
}

/** Changes with the code of the workflows and with the SDK that bundles them. */
function key(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };
  const hash = createHash('sha256').update(version);
  for (const path of sources())
    hash
      .update('\0')
      .update(path.slice(dirname(workflows).length))
      .update('\0')
      .update(readFileSync(path));
  return hash.digest('hex').slice(0, 24);
}

/** Writes the bundle under a name of its own first, so that nobody reads half of it; those of earlier code go. */
async function write(path: string): Promise<void> {
  const folder = dirname(path);
  const part = `${path}.${process.pid}.part`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(part, await bundleWorkflows());
  renameSync(part, path);
  for (const name of readdirSync(folder)) if (name.endsWith('.js') && name !== basename(path)) rmSync(join(folder, name), { force: true });
}

/**
 * The path of the bundle in a folder, made there when this code has none yet. It is made in a process of its own, which takes the bundler's memory with it
 * when it ends (a worker with the bundler inside holds half as much again).
 */
export async function prebuiltBundle(folder: string): Promise<string> {
  const path = resolve(folder, `${key()}.js`);
  if (!existsSync(path)) await run(process.execPath, [import.meta.filename, path]);
  return path;
}

const [, script, path] = process.argv;
if (script === import.meta.filename && path) await write(path);
