import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ObjectStore, ObjectStoreUnavailable, type Stored } from '../port.ts';
import { checked, isHash, measure } from '../whole.ts';

/** Where bytes wait until all of them have come: on the same disk as the objects, so that a rename makes them one. */
const INCOMING = '.incoming';

/** Objects as files below a folder, which is made when the first comes: `<tenant>/<first two digits of the hash>/<hash>`. */
export function fileStore(folder: string): ObjectStore {
  const placeOf = (tenant: string, hash: string) => ({ within: join(folder, nameOf(tenant), hash.slice(0, 2)), hash });

  async function find(tenant: string, hash: string): Promise<Stored | undefined> {
    if (!isHash(hash)) return undefined;
    const { within } = placeOf(tenant, hash);
    const found = await reaching(() => orMissing(stat(join(within, hash))));
    return found && { hash, size: found.size };
  }

  return {
    find,

    async put(tenant, content, limit) {
      const incoming = join(folder, INCOMING, randomUUID());
      await reaching(() => mkdir(join(folder, INCOMING), { recursive: true, mode: 0o700 }));
      try {
        const stored = await write(incoming, content, limit);
        await reaching(() => moveInto(placeOf(tenant, stored.hash).within, incoming, stored.hash));
        return stored;
      } finally {
        await rm(incoming, { force: true });
      }
    },

    async open(tenant, hash) {
      const found = await find(tenant, hash);
      if (!found) return undefined;
      const path = join(placeOf(tenant, hash).within, hash);
      return { ...found, content: checked(hash, createReadStreamOnce(path)) };
    },
  };
}

/** The file is opened when it is first read from, so that what nobody reads holds nothing open. */
async function* createReadStreamOnce(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

/** A tenant as the name of a folder: whatever it is called, one name below this one, and none that begins with a dot. */
const nameOf = (tenant: string): string => encodeURIComponent(tenant).replaceAll('.', '%2E');

/** Writes bytes to a file of their own, and waits until the disk has them. */
async function write(path: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<Stored> {
  const file = await reaching(() => open(path, 'wx', 0o600));
  try {
    const stored = await measure(content, limit, (chunk) => reaching(() => file.writeFile(chunk)));
    await reaching(() => file.sync());
    return stored;
  } finally {
    await file.close();
  }
}

/** A rename puts the whole file in its place in one step; with its folder on the disk, and a new folder in the one above it, it is there to stay. */
async function moveInto(within: string, from: string, name: string): Promise<void> {
  const made = await mkdir(within, { recursive: true, mode: 0o700 });
  await rename(from, join(within, name));
  await syncFolder(within);
  for (let above = within; made !== undefined && above.length >= made.length; ) {
    above = dirname(above);
    await syncFolder(above);
  }
}

async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path);
    await folder.sync();
  } finally {
    await folder?.close();
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

async function orMissing<Found>(finding: Promise<Found>): Promise<Found | undefined> {
  try {
    return await finding;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Tells an error of the disk from all others. */
async function reaching<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw new ObjectStoreUnavailable(
      `The folder of the attachments cannot be used (${String(codeOf(error) ?? error)}): see to its disk and its rights.`,
      {
        cause: error,
      },
    );
  }
}
