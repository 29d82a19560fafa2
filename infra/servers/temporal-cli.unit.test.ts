import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporalVersion } from './temporal-cli.ts';

it('the Temporal that is built is the one that is downloaded', () => {
  const goMod = readFileSync(new URL('../temporal/build/go.mod', import.meta.url), 'utf8');
  expect(goMod).toContain(`github.com/temporalio/cli v${temporalVersion}\n`);
});
