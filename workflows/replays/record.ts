import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Records the histories again, from a run of the four years on real servers: after a change of a workflow that is meant to be incompatible, together with a
 * new task queue and `jalon rehydrate`. `npm run record --workspace @jalon/workflows`
 */
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'int', 'workflows/years.int.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, JALON_RECORD_REPLAYS: import.meta.dirname },
});
process.exitCode = status ?? 1;
