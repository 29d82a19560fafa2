import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ObjectDamaged, type ObjectStore, ObjectTooLarge } from './port.ts';

/** One way to keep objects, and how to spoil one of them behind its back. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Puts other bytes in the place of an object's. */
  readonly spoil: (tenant: string, hash: string, bytes: Uint8Array) => Promise<void>;
  /** What it holds in all, half-written things included. */
  readonly holds: () => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* inChunks(bytes: Uint8Array, size = 64_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* breakingAfter(bytes: Uint8Array, error: Error): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw error;
}

async function read(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What every store holds to, wherever the bytes are. */
export function objectStoreContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the object store in ${name}`, () => {
    let under: StoreUnderTest;
    beforeAll(async () => {
      under = await start();
    });
    afterAll(() => under?.end());

    const put = (tenant: string, bytes: Uint8Array, limit = 10_000_000) => under.store.put(tenant, inChunks(bytes), limit);
    const got = async (tenant: string, hash: string) => {
      const opened = await under.store.open(tenant, hash);
      return opened && read(opened.content);
    };

    it.each([1, 64_000, 64_001, 3_000_000])('gives back the %d bytes that were put in, under their hash', async (size) => {
      const [tenant, bytes] = [randomUUID(), randomBytes(size)];
      const stored = { hash: hashOf(bytes), size };
      expect(await put(tenant, bytes)).toEqual(stored);
      expect(await under.store.find(tenant, stored.hash)).toEqual(stored);
      expect(await under.store.open(tenant, stored.hash)).toMatchObject(stored);
      expect((await got(tenant, stored.hash))?.equals(bytes)).toBe(true);
    });

    it('has one object of the same bytes, however often and at the same time they come', async () => {
      const [tenant, bytes] = [randomUUID(), randomBytes(100_000)];
      const before = (await under.holds()).length;
      const all = await Promise.all([put(tenant, bytes), put(tenant, bytes), put(tenant, bytes)]);
      expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
      expect((await under.holds()).length).toBe(before + 1);
      expect((await got(tenant, all[0].hash))?.equals(bytes)).toBe(true);
    });

    it('keeps tenants apart, whatever they are called', async () => {
      const bytes = randomBytes(100);
      const { hash } = await put('../north', bytes);
      expect(await under.store.find('north', hash)).toBeUndefined();
      expect(await under.store.open('..', hash)).toBeUndefined();
      expect((await got('../north', hash))?.equals(bytes)).toBe(true);
    });

    it('takes up to the limit; beyond it nothing is kept', async () => {
      const tenant = randomUUID();
      expect((await put(tenant, randomBytes(1_000), 1_000)).size).toBe(1_000);
      const before = await under.holds();
      const bytes = randomBytes(1_001);
      await expect(put(tenant, bytes, 1_000)).rejects.toThrow(ObjectTooLarge);
      expect(await under.store.find(tenant, hashOf(bytes))).toBeUndefined();
      expect(await under.holds()).toEqual(before);
    });

    it('keeps nothing of bytes that stop coming, and lets the reason through', async () => {
      const [tenant, bytes, lost] = [randomUUID(), randomBytes(100_000), new Error('the line was cut')];
      const before = await under.holds();
      await expect(under.store.put(tenant, breakingAfter(bytes, lost), 1_000_000)).rejects.toBe(lost);
      expect(await under.store.find(tenant, hashOf(bytes))).toBeUndefined();
      expect(await under.holds()).toEqual(before);
    });

    it.each(['0'.repeat(64), '', '../../secret', 'A'.repeat(64)])('has nothing under %j', async (hash) => {
      expect(await under.store.find('north', hash)).toBeUndefined();
      expect(await under.store.open('north', hash)).toBeUndefined();
    });

    it.each([1, 200_000])('does not give out the whole of %d bytes that were changed behind its back', async (size) => {
      const [tenant, bytes] = [randomUUID(), randomBytes(size)];
      const { hash } = await put(tenant, bytes);
      const changed = Buffer.from(bytes);
      changed[0] = changed[0]! ^ 1;
      await under.spoil(tenant, hash, changed);
      const opened = await under.store.open(tenant, hash);
      let given = 0;
      const reading = (async () => {
        for await (const chunk of opened!.content) given += chunk.length;
      })();
      await expect(reading).rejects.toThrow(ObjectDamaged);
      expect(given).toBeLessThan(size);
      await put(tenant, bytes);
      expect((await got(tenant, hash))?.equals(bytes)).toBe(true);
    });
  });
}
