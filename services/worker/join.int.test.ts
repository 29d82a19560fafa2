import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { addToDay, dayOf } from '@jalon/domain';
import { freshLog, until } from '@jalon/testing';
import { activities } from '@jalon/workflows/activities';
import { prebuiltBundle } from '@jalon/workflows/bundle';
import { connect, tell } from '@jalon/workflows/client';
import { closedGate, quiet, Region } from '@jalon/workflows/testing';
import { pino } from 'pino';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { join } from './join.ts';

const { postgresUrl, temporalAddress } = inject('servers');

describe.skipIf(!temporalAddress)('the worker', () => {
  beforeAll(quiet);

  it('waits for a Temporal that comes later, says so once, joins, works, and leaves when told', async () => {
    const fresh = await freshLog({ postgresUrl });
    const region = new Region(fresh);
    const today = dayOf(new Date().toISOString(), 'Europe/Paris');
    const bundles = mkdtempSync(pathOf(tmpdir(), 'jalon-bundle-'));
    const gate = await closedGate();
    const taskQueue = `test-${randomUUID()}`;
    const temporal = connect({ address: temporalAddress!, namespace: 'default' });
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) });
    try {
      const joined = join({
        temporal: { address: gate.address, namespace: 'default', taskQueue },
        bundle: await prebuiltBundle(bundles),
        activities: activities(region.door, logger, fresh.log),
        logger,
      });
      await until('it waits', () => lines.length > 0);
      await region.founded(`${addToDay(today, '-P30D')}T09:00:00Z`);
      const days = { opensOn: addToDay(today, '-P20D'), closesOn: addToDay(today, 'P20D'), selectionOn: addToDay(today, 'P60D') };
      await region.called(`${addToDay(today, '-P29D')}T09:00:00Z`, days);
      const call = { tenant: region.tenant, stream: 'call-spring' };
      await tell({ client: temporal.client, taskQueue, loader: region.door.loader }, call, 'look-again');
      await gate.open(temporalAddress!);
      await until('the call is open', async () => (await region.doneByProcess('call-spring')).length > 0);
      await joined.leave();
      expect(lines).toEqual([expect.stringMatching(/^waiting for Temporal/), expect.stringMatching(/^joined Temporal/)]);
      await temporal.client.workflow.getHandle(`${region.tenant}/call-spring`).terminate();
    } finally {
      gate.close();
      await fresh.drop();
      await temporal.close();
      rmSync(bundles, { recursive: true });
    }
  });
});
