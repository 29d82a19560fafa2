import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goProgram } from './go-program.ts';
import { startProcess, stopProcess, untilReady } from './process.ts';
import type { Following, Server } from './server.ts';

const version = '1.8.0';

export interface S3Options extends Following {
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
}

/** A server that speaks the S3 protocol, and how to sign in to it. */
export interface S3Server extends Server {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The folder whose folders are its buckets: whoever writes there goes behind the server's back. */
  readonly buckets: string;
}

/**
 * An S3 server for tests, on the loopback interface: Versity's gateway over a folder of this machine.
 * @throws {Unavailable} when this machine cannot have one
 */
export async function startS3({ dataFolder, port, logFile, ...following }: S3Options): Promise<S3Server> {
  const command = await goProgram(
    {
      title: 'the S3 server',
      name: `versitygw-${version}`,
      module: fileURLToPath(new URL('../s3/build/', import.meta.url)),
      main: 'github.com/versity/versitygw/cmd/versitygw',
      remedy: 'install Go',
    },
    following,
  );
  const buckets = join(dataFolder, 'buckets');
  const sidecar = join(dataFolder, 'attributes');
  for (const folder of [buckets, sidecar]) mkdirSync(folder, { recursive: true });
  const [accessKeyId, secretAccessKey] = ['jalon', randomBytes(20).toString('hex')];
  const running = await startProcess({
    name: 'S3',
    command,
    args: ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--sidecar', sidecar, buckets],
    env: { ...process.env, ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey },
    logFile,
    spawned: following.spawned,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(running, async () => (await fetch(endpoint)).status === 403);
  const rest = { name: 'S3', how: 'process', address: `127.0.0.1:${port}`, processes: [running], stop: () => stopProcess(running) } as const;
  return { ...rest, endpoint, accessKeyId, secretAccessKey, buckets };
}
