import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from './guard.ts';
import { freePort } from './ports.ts';
import { atMostEvery, elapsed } from './progress.ts';
import { type S3Server, startS3 } from './s3.ts';
import { Unavailable } from './server.ts';

export interface TestS3 extends S3Server {
  readonly end: () => Promise<void>;
}

/** An S3 server of one suite with one bucket, on data of its own; undefined, and loudly so, on a machine that cannot have one. Never so in CI. */
export async function startTestS3(bucket: string): Promise<TestS3 | undefined> {
  const begun = performance.now();
  const guard = startGuard();
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'jalon-s3-'));
    guard.folder(dataFolder);
    const report = atMostEvery(10_000, (message) => console.log(`  S3: ${message} (${elapsed(begun)})`));
    const server = await startS3({ dataFolder, port: await freePort(), logFile: join(dataFolder, 'log'), report, spawned: guard.process });
    await mkdir(join(server.buckets, bucket));
    return { ...server, end: guard.release };
  } catch (error) {
    await guard.release();
    if (!(error instanceof Unavailable) || process.env.CI) throw error;
    console.warn(`\n  !! NOT TESTED: ${error.message}\n`);
    return undefined;
  }
}
