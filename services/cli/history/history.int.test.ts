import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readFolder } from '../import/folder.ts';
import { importFolder } from '../import/run.ts';
import { doorOf } from '../system.ts';
import { authority, folderOf } from '../testing/folders.ts';
import { historyOf, tenantFor } from './history.ts';

const grants = ['reviewer', 'auditor'].map(
  (role, index) => `  - { at: -P${30 - index * 10}D, by: administrator, command: grant-role, data: { person: ana, role: ${role} } }\n`,
);
const STREAM = 'organisation-authority';
let fresh: FreshLog;
let before: string;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  before = new Date(Date.now() - 60_000).toISOString();
  const folder = readFolder(folderOf({ 'authority.yaml': `${authority}${grants.join('')}` }));
  await importFolder(folder, { ...doorOf(fresh.log, 'a key for a small world'), log: fresh.log, clock: fresh.clock });
});
afterAll(() => fresh.drop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describe('the history of a thing', () => {
  it('is a line a decision, oldest first, with who decided', async () => {
    const { lines, data } = await historyOf(fresh.log, 'fiction', STREAM, {}, new Date());
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/took effect +recorded +decision +by/);
    expect(lines[1]).toMatch(/^1 .*organisation-registered +administrator \(import\)$/);
    expect(data).toMatchObject({
      stream: STREAM,
      version: 3,
      decisions: [{ version: 1 }, { version: 2 }, { version: 3, data: { person: 'ana', role: 'auditor' } }],
    });
  });

  it('can be read as of an instant, and says what is left out', async () => {
    const { lines } = await historyOf(fresh.log, 'fiction', STREAM, { effectAt: daysAgo(25) }, new Date());
    expect(lines.slice(1).map((line) => line.split(/ {2,}/)[3])).toEqual(['organisation-registered', 'role-granted', undefined]);
    expect(lines.at(-1)).toBe('1 more, not yet in effect or not yet known then.');
  });

  it('can be read by what was known: before the import nothing was', async () => {
    const { data } = await historyOf(fresh.log, 'fiction', STREAM, { knownAt: before }, new Date());
    expect(data).toMatchObject({ decisions: [] });
  });

  it('refuses an instant that has not come', () =>
    expect(historyOf(fresh.log, 'fiction', STREAM, { effectAt: '2999-01-01T00:00:00.000Z' }, new Date())).rejects.toThrow('has not come yet'));

  it('says so where there is no such thing', () =>
    expect(historyOf(fresh.log, 'fiction', 'project-none', {}, new Date())).rejects.toThrow('There is no "project-none" in fiction'));

  it('is that of the only tenant, or of the one named', async () => {
    expect(await tenantFor(fresh.log, undefined)).toBe('fiction');
    await expect(tenantFor(fresh.log, 'elsewhere')).rejects.toThrow('There is no tenant "elsewhere": there are fiction.');
  });
});
