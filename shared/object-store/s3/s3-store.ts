import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type ObjectStore, ObjectStoreUnavailable, type Stored } from '../port.ts';
import { checked, isHash, measure } from '../whole.ts';

export interface Bucket {
  readonly bucket: string;
  /** Of a store that is not Amazon's: MinIO, Ceph, Scaleway, OVHcloud … */
  readonly endpoint?: string;
  readonly region?: string;
  /** Absent: as the AWS SDK finds them (environment, shared file, role of the machine). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Objects in a bucket of a store that speaks the S3 protocol: `<tenant>/<first two digits of the hash>/<hash>`. `close` lets its connections go. */
export type S3Store = ObjectStore & { readonly close: () => void };

/**
 * A bucket that is there, as a store.
 * @throws {ObjectStoreUnavailable} when it is not, or may not be used: better known at the start than with the first attachment
 */
export async function openS3Store(where: Bucket): Promise<S3Store> {
  const { bucket, endpoint, region, credentials } = where;
  const client = new S3Client({
    // A store of one's own seldom has a name a bucket, and has one region.
    ...(endpoint && { endpoint, forcePathStyle: true, region: region ?? 'us-east-1' }),
    ...(region && { region }),
    ...(credentials && { credentials }),
    // The one checksum that matters is the SHA-256 that is sent with each object; others are not understood by every store.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What goes wrong is thrown; a line on the console beside it would bypass the log.
    logger: silent,
  });
  const at = (tenant: string, hash: string) => ({
    Bucket: bucket,
    Key: `${encodeURIComponent(tenant).replaceAll('.', '%2E')}/${hash.slice(0, 2)}/${hash}`,
  });
  const reaching = <Result>(act: () => Promise<Result>): Promise<Result> =>
    act().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.name : String(cause);
      throw new ObjectStoreUnavailable(`The bucket "${bucket}" of the attachments cannot be used (${why}): see to its address and its rights.`, {
        cause,
      });
    });

  async function find(tenant: string, hash: string): Promise<Stored | undefined> {
    if (!isHash(hash)) return undefined;
    const found = await reaching(() => client.send(new HeadObjectCommand(at(tenant, hash))).catch(orMissing));
    return found && { hash, size: found.ContentLength ?? 0 };
  }

  await reaching(() => client.send(new HeadBucketCommand({ Bucket: bucket })));
  return {
    find,

    async put(tenant, content, limit) {
      return inFolderOfItsOwn(async (folder) => {
        const path = join(folder, 'incoming');
        const stored = await spool(path, content, limit);
        const ChecksumSHA256 = Buffer.from(stored.hash, 'hex').toString('base64');
        const object = { ...at(tenant, stored.hash), Body: createReadStream(path), ContentLength: stored.size, ChecksumSHA256 };
        await reaching(() => client.send(new PutObjectCommand(object)));
        return stored;
      });
    },

    async open(tenant, hash) {
      const found = await find(tenant, hash);
      const bytes = async function* (): AsyncGenerator<Uint8Array> {
        const { Body } = await reaching(() => client.send(new GetObjectCommand(at(tenant, hash))));
        if (Body) yield* Body as AsyncIterable<Uint8Array>;
      };
      return found && { ...found, content: checked(hash, bytes()) };
    },

    close: () => client.destroy(),
  };
}

const nothing = () => {};
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

const orMissing = (error: unknown): undefined => {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
  throw error;
};

/** The name of an object is its hash, which is known when all of it has come: until then the bytes wait in a file. */
async function spool(path: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<Stored> {
  const file = await open(path, 'wx', 0o600);
  try {
    return await measure(content, limit, (chunk) => file.writeFile(chunk));
  } finally {
    await file.close();
  }
}

async function inFolderOfItsOwn<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-incoming-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
