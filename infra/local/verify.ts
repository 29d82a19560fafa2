import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { elapsed } from '../servers/progress.ts';
import { root } from './checkout.ts';
import { type Count, countOf, failedFiles, type Outcome, outcomeOf, triedAgain } from './verify-count.ts';

/** What has to hold besides the tests, in the order in which a mistake is cheapest to find. */
const checks: readonly { readonly title: string; readonly command: readonly [string, ...string[]] }[] = [
  { title: 'format and lint', command: ['biome', 'check'] },
  { title: 'the console’s client', command: ['node', 'services/console/api/generate.ts'] },
  {
    title: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', 'shared', 'services', 'workflows', 'infra', 'tests'],
  },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'types of the console', command: ['tsc', '--noEmit', '-p', 'services/console'] },
];

/** Runs a tool of this checkout, with its Node, on this terminal. @returns its exit code */
async function run([tool, ...args]: readonly [string, ...string[]]): Promise<number> {
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(join(bin, tool), args, { cwd: root, env, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** A test on real servers gets a second try, from the start of its file and on new servers: it shares two cores with four of them. A pure one gets none. */
const triesAgain = /\.(int|e2e)\.test\.ts$/;

async function tests(): Promise<Count> {
  const first = await vitest();
  const failed = failedFiles(first).filter((path) => triesAgain.test(path));
  if (failed.length === 0 || failed.length > 8) return countOf(first);
  console.log(`\n… once more, on new servers:${failed.map((path) => `\n  ${relative(root, path)}`).join('')}`);
  const second = await vitest(failed);
  const still = failedFiles(second);
  for (const path of failed) console.log(`${still.includes(path) ? '✘ failed twice' : '! passed at the second try only'}: ${relative(root, path)}`);
  return countOf(triedAgain(first, second));
}

async function vitest(files: readonly string[] = []): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-verify-'));
  const report = join(folder, 'tests.json');
  try {
    const code = await run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files]);
    return outcomeOf(code, read(report));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function verify(): Promise<number> {
  const broken: string[] = [];
  for (const { title, command } of checks) {
    const begun = performance.now();
    console.log(`\n… ${title}`);
    const good = (await run(command)) === 0;
    if (!good) broken.push(title);
    console.log(`${good ? '✔' : '✘'} ${title} (${elapsed(begun)})`);
  }
  const begun = performance.now();
  console.log('\n… tests');
  const { passed, failed, skipped } = await tests();
  console.log(`${failed === 0 ? '✔' : '✘'} tests (${elapsed(begun)})\n`);
  if (skipped > 0) console.log(`${skipped} were NOT run: what they need is missing on this machine, see above.`);
  if (broken.length > 0) console.log(`Besides the tests, this does not hold: ${broken.join(', ')}.`);
  console.log(`${passed} passed, ${failed + broken.length} failed`);
  return failed + broken.length === 0 ? 0 : 1;
}

process.exitCode = await verify();
