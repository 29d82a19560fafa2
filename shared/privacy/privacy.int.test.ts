import { type FreshLog, freshLog } from '@jalon/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keyEncryptionWith, migratePrivacy, type Privacy, privacyIn } from './index.ts';

const FIRST = 'the first key of the tests, which seals nothing real';
const SECOND = 'the second key of the tests, which replaces the first one';

let fresh: FreshLog;
let privacy: Privacy;

beforeAll(async () => {
  fresh = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migratePrivacy(fresh.ownerUrl);
  privacy = privacyIn(fresh.pool, keyEncryptionWith([FIRST]));
});
afterAll(() => fresh.drop());

const sealed = async (of: string, text: string, by = privacy) => (await by.seal('region', [{ of, text }]))[0];
const opened = async (content: unknown, by = privacy, tenant = 'region') => (await by.open(tenant, [content]))[0];

describe('what is about somebody', () => {
  it('is sealed under a key of their own, and opened again', async () => {
    const name = await sealed('person:ada', 'Ada Dumas');
    expect(name).toMatchObject({ of: 'person:ada' });
    expect(JSON.stringify(name)).not.toContain('Dumas');
    expect(await opened(name)).toEqual({ text: 'Ada Dumas' });
    expect(await sealed('person:ada', 'Ada Dumas')).not.toEqual(name);
  });

  it('gets one key, however many processes seal at once', async () => {
    const other = privacyIn(fresh.pool, keyEncryptionWith([FIRST]));
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => sealed('person:ben', `n-${index}`, index % 2 ? privacy : other)));
    expect(await privacy.open('region', all)).toEqual(all.map((_, index) => ({ text: `n-${index}` })));
  });

  it('does not open for another subject, another tenant or another key-encryption key', async () => {
    const name = await sealed('person:cleo', 'Cléo Martin');
    await sealed('person:dora', 'Dora');
    await expect(opened({ ...(name as object), of: 'person:dora' })).rejects.toThrow();
    expect(await opened(name, privacy, 'elsewhere')).toEqual({ erased: true });
    await expect(opened(name, privacyIn(fresh.pool, keyEncryptionWith([SECOND])))).rejects.toMatchObject({ code: 'personal-data-locked' });
    await expect(opened(name, privacyIn(fresh.pool))).rejects.toMatchObject({ code: 'personal-data-locked' });
  });

  it('stands as it is where it was recorded before there was sealing', async () => expect(await opened('Ada Dumas')).toEqual({ text: 'Ada Dumas' }));
});

describe('somebody who is erased', () => {
  it('goes from never to active to erased, and never back', async () => {
    expect(await privacy.stateOf('region', 'person:eva')).toBe('never');
    const name = await sealed('person:eva', 'Eva');
    expect(await privacy.stateOf('region', 'person:eva')).toBe('active');
    expect(await privacy.erase('region', 'person:eva')).toBe(true);
    expect(await privacy.stateOf('region', 'person:eva')).toBe('erased');
    expect(await opened(name)).toEqual({ erased: true });
    expect(await sealed('person:eva', 'Eva')).toBe('erased');
    expect(await privacy.erase('region', 'person:eva')).toBe(false);
    const revive = "UPDATE privacy.keys SET state = 'active', wrapped = '\\x00', wrapped_by = 'x', erased_at = NULL WHERE subject = 'person:eva'";
    await expect(fresh.pool.query(revive)).rejects.toThrow('permission denied');
    await expect(asOwner(revive)).rejects.toThrow('stays erased');
    await expect(asOwner("DELETE FROM privacy.keys WHERE subject = 'person:eva'")).rejects.toThrow('stays erased');
  });

  it('gets no key either where there never was one', async () => {
    await privacy.erase('region', 'person:fay');
    expect(await sealed('person:fay', 'Fay')).toBe('erased');
  });

  it('is erased where the key-encryption key is lost, too', async () => {
    await sealed('person:gil', 'Gil');
    expect(await privacyIn(fresh.pool).erase('region', 'person:gil')).toBe(true);
  });
});

describe('the key that wraps all others', () => {
  it('is replaced without sealing anything anew', async () => {
    const name = await sealed('person:hal', 'Hal');
    const both = privacyIn(fresh.pool, keyEncryptionWith([SECOND, FIRST]));
    expect(await opened(name, both)).toEqual({ text: 'Hal' });
    expect(await both.rewrap()).toBeGreaterThan(0);
    expect(await both.rewrap()).toBe(0);
    expect(await opened(name, privacyIn(fresh.pool, keyEncryptionWith([SECOND])))).toEqual({ text: 'Hal' });
    await expect(opened(name)).rejects.toMatchObject({ code: 'personal-data-locked' });
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
