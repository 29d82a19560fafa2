import { defineConfig } from 'vitest/config';

/** The domain's own unit tests, without the random histories: they run through everything, and would be run again for every mutant. */
export default defineConfig({
  test: {
    include: ['shared/domain/**/*.unit.test.ts'],
    exclude: ['**/node_modules/**', 'shared/domain/testing/**', 'shared/domain/told/**', 'shared/domain/catalogue.unit.test.ts'],
    isolate: false,
    watch: false,
  },
});
