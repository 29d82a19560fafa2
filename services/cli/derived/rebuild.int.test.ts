import { listPortfolio } from '@jalon/read-models';
import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { demonstration, isCaseStudy } from '../testing/demonstration.ts';
import { sealingIn } from '../testing/sealing.ts';
import { rebuildViews } from './rebuild.ts';

const folder = demonstration();
let fresh: FreshLog;
beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await importFolder(folder, { ...doorOf(fresh.log, 'a key for the demonstration', await sealingIn(fresh)), log: fresh.log, clock: fresh.clock });
});
afterAll(() => fresh.drop());

describe('the views, made again from the log of the demonstration', () => {
  it('hold every project: the real ones with a reading of their level and no amounts, all marked as a demonstration', async () => {
    const seen: number[] = [];
    const { data } = await rebuildViews(fresh.log, { ownerUrl: fresh.ownerUrl }, (done, all) => seen.push(done / all));
    const [standing] = await fresh.log.tenants();
    expect(data).toEqual({ decisions: standing?.head });
    expect(seen.at(-1)).toBe(1);

    const rows = await listPortfolio(fresh.pool, folder.tenant);
    expect(rows.map(({ project }) => `project-${project}`).sort()).toEqual(
      folder.files
        .map(({ stream }) => stream)
        .filter((stream) => stream.startsWith('project-'))
        .sort(),
    );
    expect(rows.every(({ demonstration: marked }) => marked)).toBe(true);
    const real = new Set(folder.files.filter(({ file }) => isCaseStudy(file)).map(({ stream }) => stream));
    for (const row of rows.filter(({ project }) => real.has(`project-${project}`))) {
      expect(row).toMatchObject({ stage: 'case-study', srl: { reading: true } });
      expect([row.requested, row.awarded, row.nextDue]).toEqual([undefined, undefined, undefined]);
    }
  });
});
