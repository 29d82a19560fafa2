import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectStoreContract } from '../contract.ts';
import { ObjectStoreUnavailable } from '../port.ts';
import { fileStore } from './file-store.ts';

const fresh = () => mkdtemp(join(tmpdir(), 'jalon-objects-'));

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

objectStoreContract('a folder', async () => {
  const folder = await fresh();
  const pathOf = async (hash: string, tenant: string) => (await filesBelow(folder)).find((path) => path.endsWith(hash) && path.includes(tenant))!;
  return {
    store: fileStore(folder),
    spoil: async (tenant, hash, bytes) => writeFile(await pathOf(hash, tenant), bytes),
    holds: () => filesBelow(folder),
    end: () => rm(folder, { recursive: true }),
  };
});

describe('a folder of objects', () => {
  const one = async function* () {
    yield randomBytes(10);
  };

  it('is made when the first object comes, and only its owner can look into it', async () => {
    const folder = join(await fresh(), 'later', 'objects');
    const { hash } = await fileStore(folder).put('north', one(), 100);
    const path = join(folder, 'north', hash.slice(0, 2), hash);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('lets no tenant out of it', async () => {
    const folder = await fresh();
    for (const tenant of ['..', '../..', 'a/b', '.incoming']) await fileStore(folder).put(tenant, one(), 100);
    const names = (await readdir(folder)).toSorted();
    expect(names).toEqual(['%2E%2E', '%2E%2E%2F%2E%2E', '%2Eincoming', '.incoming', 'a%2Fb'].toSorted());
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  it('that cannot be used is told as that, and may be tried again', async () => {
    const folder = join(await fresh(), 'a-file');
    await writeFile(folder, '');
    const error = await fileStore(folder)
      .put('north', one(), 100)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ObjectStoreUnavailable);
    expect(error).toMatchObject({ code: 'object-store-unavailable', retryable: true, message: expect.stringContaining('see to its disk') });
    await expect(fileStore(folder).find('north', '0'.repeat(64))).rejects.toThrow(ObjectStoreUnavailable);
  });
});
