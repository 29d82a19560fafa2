import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestS3 } from '@jalon/infra/test-s3';
import { afterAll, describe, expect, it } from 'vitest';
import { objectStoreContract } from '../contract.ts';
import { ObjectStoreUnavailable } from '../port.ts';
import { openS3Store } from './s3-store.ts';

const server = await startTestS3('attachments');
afterAll(() => server?.end());

describe.runIf(server)('objects in a bucket', () => {
  if (!server) return;
  const opened = (bucket = 'attachments') => openS3Store({ bucket, endpoint: server.endpoint, credentials: server });

  const objects = async () => {
    const entries = await readdir(join(server.buckets, 'attachments'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  };

  objectStoreContract('a bucket', async () => {
    const store = await opened();
    const pathOf = async (tenant: string, hash: string) => (await objects()).find((path) => path.endsWith(hash) && path.includes(tenant))!;
    return {
      store,
      spoil: async (tenant, hash, bytes) => writeFile(await pathOf(tenant, hash), bytes),
      holds: objects,
      end: async () => store.close(),
    };
  });

  describe('a bucket', () => {
    const bytes = async function* () {
      yield Buffer.from('ten bytes!');
    };

    it('that is not there is told at the start, with its name', async () => {
      await expect(opened('elsewhere')).rejects.toThrow(ObjectStoreUnavailable);
      await expect(opened('elsewhere')).rejects.toThrow('"elsewhere"');
    });

    it('that does not know who asks is told as one that cannot be used', async () => {
      const stranger = openS3Store({
        bucket: 'attachments',
        endpoint: server.endpoint,
        credentials: { accessKeyId: 'jalon', secretAccessKey: 'wrong' },
      });
      await expect(stranger).rejects.toThrow(ObjectStoreUnavailable);
    });

    it('whose server has gone can be tried again', async () => {
      const store = await opened();
      await server.stop();
      const error = await store.put('north', bytes(), 100).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'object-store-unavailable', retryable: true });
      await expect(store.find('north', '0'.repeat(64))).rejects.toThrow(ObjectStoreUnavailable);
      store.close();
    });
  });
});
