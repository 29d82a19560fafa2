import { type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Access, type AccessJournal, accessJournal, migrateAccessJournal } from './index.ts';

let fresh: FreshLog;
let journal: AccessJournal;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateAccessJournal(fresh.ownerUrl);
  journal = accessJournal(fresh.pool);
});
afterAll(() => fresh.drop());

const look = (tenant: string, who: string, part: string, thing?: string): Access => ({
  tenant,
  who: { kind: 'person', id: who },
  what: { part, ...(thing !== undefined && { thing }) },
  why: 'confidential',
});

describe('the access journal', () => {
  it('holds every look of many at once, in one chain without gaps', async () => {
    const other = accessJournal(fresh.pool); // another process
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? journal : other).record(look('region', `p-${index}`, 'projects.money', 'project-a'))),
    );
    const entries = await journal.read('region', { limit: 500 });
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, index) => 200 - index));
    expect(new Set(entries.map(({ who }) => who.id)).size).toBe(200);
    expect(await journal.check('region')).toEqual({ entries: 200 });
  });

  it('is asked by reader, by thing, by part, by time and page after page', async () => {
    await journal.record(look('county', 'aud', 'projects.reviews', 'project-a'));
    await journal.record(look('county', 'aud', 'projects.money', 'project-b'));
    await journal.record({
      ...look('county', 'ben', 'what-if', 'call-c'),
      why: 'trial',
      what: { part: 'what-if', thing: 'call-c', more: { quorum: 3 } },
    });
    const parts = async (query: object) => (await journal.read('county', { limit: 10, ...query })).map(({ what }) => what.part);
    expect(await parts({ who: 'aud' })).toEqual(['projects.money', 'projects.reviews']);
    expect(await parts({ thing: 'project-a' })).toEqual(['projects.reviews']);
    expect(await parts({ part: 'what-if' })).toEqual(['what-if']);
    expect(await parts({ before: 2 })).toEqual(['projects.reviews']);
    expect(await parts({ from: '2001-01-01T00:00:00Z', until: '2002-01-01T00:00:00Z' })).toEqual([]);
    expect((await journal.read('county', { limit: 1 }))[0]).toMatchObject({ why: 'trial', what: { more: { quorum: 3 } } });
  });

  it('knows nothing of another tenant', async () => expect(await journal.read('elsewhere', { limit: 10 })).toEqual([]));

  it('cannot be changed by a service, nor by its owner while its guard stands', async () => {
    const change = "UPDATE access_journal.entries SET who = 'nobody'";
    await expect(fresh.pool.query(change)).rejects.toThrow('permission denied');
    await expect(fresh.pool.query('DELETE FROM access_journal.entries')).rejects.toThrow('permission denied');
    await expect(asOwner(change)).rejects.toThrow('append-only');
  });

  it('names the first entry that somebody changed or took out behind its back', async () => {
    for (const part of ['a', 'b', 'c', 'd']) await journal.record(look('village', 'aud', part));
    await asOwner('ALTER TABLE access_journal.entries DISABLE TRIGGER append_only');
    await asOwner(`UPDATE access_journal.entries SET entry = replace(entry, 'aud', 'eve') WHERE tenant = 'village' AND number = 3`);
    expect(await journal.check('village')).toMatchObject({ broken: { number: 3, what: 'changed' } });
    await asOwner(`DELETE FROM access_journal.entries WHERE tenant = 'village' AND number = 2`);
    expect(await journal.check('village')).toMatchObject({ broken: { number: 2, what: 'missing' } });
  });
});

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
