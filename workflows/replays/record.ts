import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Records the histories again, from lives on real servers: after a change of a workflow that is meant to be incompatible, together with a new task queue and
 * `jalon rehydrate`; or those of one life that is new. `npm run record --workspace @jalon/workflows [years.int.test.ts …]`
 */
const root = join(import.meta.dirname, '../..');
const lives = ['years', 'six-years', 'whole-call', 'every-stage'].map((life) => `${life}.int.test.ts`);
const asked = process.argv.slice(2);
const tests = (asked.length > 0 ? asked : lives).map((name) => `workflows/${name}`);
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'int', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, JALON_RECORD_REPLAYS: import.meta.dirname },
});
process.exitCode = status ?? 1;
