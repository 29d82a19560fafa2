import { createHash } from 'node:crypto';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, inCache } from './cache.ts';
import { onPath, run } from './programs.ts';
import { type Following, lastLine, type Report, Unavailable } from './server.ts';

export const temporalVersion = '1.8.2';
const release = `https://github.com/temporalio/cli/releases/download/v${temporalVersion}`;

/** SHA-256 of the official archives, from the release's checksums.txt. */
const archives: Readonly<Record<string, string>> = {
  'linux-x64': 'd8421bda989e6514b4bdb4d63a9012a8a05a806892e881a5aad8510496349a94',
  'linux-arm64': '83600a8fac6e3da54093e5da6918d399f501532b9f1172235603f9606f4ac6e4',
  'darwin-x64': '489d7f5420cae02b559774ac23df035141954c33a51dba96f5759a0ddccdf1b6',
  'darwin-arm64': 'dacdc3587682c04cf27e67c8878ca2d755230b6ad63c0c6ebddd7348ae90ed94',
};
const platform = `${process.platform}-${process.arch}`;
const archive = `temporal_cli_${temporalVersion}_${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}.tar.gz`;
const buildFolder = fileURLToPath(new URL('../temporal/build/', import.meta.url));
/** What `go list -deps` counts for this version: for the progress line. */
const packagesToCompile = 1_700;
const remedy = 'install the Temporal CLI (https://docs.temporal.io/cli) or Go, start Docker, or set JALON_TEMPORAL_ADDRESS';

const inThere = {
  name: `temporal-${temporalVersion}/${platform}`,
  whole: async (folder: string) => (await run(join(folder, 'temporal'), ['--version'])).code === 0,
};

/** The Temporal CLI, if this machine has one now: on PATH, or got earlier. */
export async function temporalAtHand(): Promise<string | undefined> {
  const installed = onPath('temporal');
  if (installed && (await run(installed, ['--version'])).code === 0) return installed;
  const folder = await inCache(inThere);
  return folder && join(folder, 'temporal');
}

/** Whether there may be a way to get one: a second or three, for a download is asked for, not made. */
export async function temporalObtainable(): Promise<boolean> {
  return onPath('go') !== undefined || (await downloadAnswers());
}

/**
 * The Temporal CLI: the one at hand, else the official download, else built from source by Go.
 * @throws {Unavailable} when none of them is possible
 */
export async function obtainTemporal({ report, signal }: Pick<Following, 'report' | 'signal'>): Promise<string> {
  const atHand = await temporalAtHand();
  if (atHand) return atHand;
  const make = async (folder: string) => {
    const downloaded = await download(join(folder, 'temporal'), report, signal);
    if (!downloaded) await build(join(folder, 'temporal'), report, signal);
  };
  return join(await cached({ ...inThere, make, report, signal }), 'temporal');
}

async function downloadAnswers(): Promise<boolean> {
  if (!archives[platform]) return false;
  setGlobalProxyFromEnv();
  try {
    const answer = await fetch(`${release}/${archive}`, { method: 'HEAD', signal: AbortSignal.timeout(3_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Whether the official archive could be had. An archive that is not the one that was pinned is an error, not a reason to go on. */
async function download(target: string, report: Report, signal?: AbortSignal): Promise<boolean> {
  const pinned = archives[platform];
  if (!pinned || !(await downloadAnswers())) return false;
  report('downloading the Temporal CLI');
  let bytes: Uint8Array;
  try {
    const allowed = AbortSignal.timeout(180_000);
    const answer = await fetch(`${release}/${archive}`, { signal: signal ? AbortSignal.any([signal, allowed]) : allowed });
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    signal?.throwIfAborted();
    report(`the download broke off (${String(error)})`);
    return false;
  }
  const got = createHash('sha256').update(bytes).digest('hex');
  if (got !== pinned)
    throw new Unavailable(`${release}/${archive} is not what Jalon expects (SHA-256 ${got} instead of ${pinned}): do not use it, and ${remedy}.`);
  const packed = `${target}.tar.gz`;
  writeFileSync(packed, bytes);
  const { code, output } = await run('tar', ['-xzf', packed, 'temporal'], { cwd: join(target, '..') });
  rmSync(packed);
  if (code !== 0) throw new Unavailable(`The Temporal CLI could not be unpacked (${lastLine(output)}): ${remedy}.`);
  chmodSync(target, 0o755);
  return true;
}

/** Some four minutes on two cores; Go keeps what it compiled, so that a build that was broken off goes on where it was. The rest of a first start goes before it. */
async function build(target: string, report: Report, signal?: AbortSignal): Promise<void> {
  const go = onPath('go');
  if (!go) throw new Unavailable(`Temporal cannot be had on this machine, for there is no download for it, and no Go to build it: ${remedy}.`);
  report('building Temporal from source, once: some minutes');
  let [compiled, fetched] = [0, 0];
  const { code, output } = await run(go, ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', target, 'github.com/temporalio/cli/cmd/temporal'], {
    cwd: buildFolder,
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    givesWay: true,
    onLine: (line) => {
      if (line.startsWith('go: downloading')) {
        fetched += 1;
        report(`building Temporal: fetching module ${fetched}`);
      } else if (/^[\w.-]+(\/\S+)?$/.test(line)) {
        compiled += 1;
        report(`building Temporal: package ${compiled} of about ${packagesToCompile}`);
      }
    },
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  if (code !== 0)
    throw new Unavailable(`Temporal could not be built (${lastLine(output)}): see that the network is there and start again, or ${remedy}.`);
}
