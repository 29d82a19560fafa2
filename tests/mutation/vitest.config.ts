import { defineConfig } from 'vitest/config';

/** The tests that have to notice: those that `run.ts` names for a room, else all of the domain's own, without the random histories (they run through everything, and would be run again for every mutant). */
export default defineConfig({
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? '["shared/domain/**/*.unit.test.ts"]'),
    exclude: ['**/node_modules/**', 'shared/domain/testing/**', 'shared/domain/told/**', 'shared/domain/catalogue.unit.test.ts'],
    isolate: false,
    // Instrumented, and on a machine that does other things, histories of payments take their time.
    testTimeout: 120_000,
    watch: false,
  },
});
