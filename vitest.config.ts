import { defineConfig } from 'vitest/config';

/** Tiers by file name: unit needs no server; int and e2e run against real ones, started once a run by `infra/servers/test-servers.ts`. */
const tier = (name: string, rest: object = {}) => ({
  extends: true as const,
  test: { name, include: [`**/*.${name}.test.ts`], ...rest },
});

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**', '.jalon/**'],
    projects: [
      // What it tests is pure and keeps nothing, so that its files can share what they load: it takes a third of the time.
      // A pure test has no time of its own to keep: one that waits for a core on a machine that others share is not one that fails.
      tier('unit', { isolate: false, testTimeout: 60_000 }),
      tier('int', { globalSetup: ['infra/servers/test-servers.ts'], testTimeout: 90_000, hookTimeout: 120_000 }),
      tier('e2e', { globalSetup: ['infra/servers/test-servers.ts'], testTimeout: 120_000, hookTimeout: 240_000, fileParallelism: false }),
    ],
  },
});
