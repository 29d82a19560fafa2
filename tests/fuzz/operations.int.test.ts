import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type System, startSystem } from '../system/system.ts';
import { driverOf } from './drive.ts';

/** The same requests in each run. Others come with `npm run fuzz -- --seed N --minutes M`. */
const SEED = 20_271;
const EACH = 3;

let system: System;
beforeAll(async () => {
  system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector'], { JALON_HTTP_REQUESTS_PER_MINUTE: '1000000' });
});
afterAll(() => system?.[Symbol.asyncDispose]());

it('every operation answers as its document says, whatever it is sent', async () => {
  const { operations, drive } = await driverOf(system);
  const { requests, statuses, found } = await drive({ seed: SEED, each: EACH });
  expect(found).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(operations.length * EACH);
  // It came through to the rules, and past them: else nothing was driven but the door.
  for (const status of ['200', '201', '400', '403', '404', '409']) expect(statuses[status], `answers ${status}`).toBeGreaterThan(0);
});
