import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type PublishedCheckpoint, type SealedLog, type SealStore, type Stored, storedLog, tilePath, tilesOf } from '@jalon/seal';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { files, isPolicy, type Line, type Manifest, tileFile } from './bundle.ts';
import { readme } from './readme.ts';

export interface Exporting {
  readonly databaseUrl: string;
  readonly store: SealStore;
  readonly tenant: string;
  /** The folder to write; it has to be new or empty. */
  readonly out: string;
  /** A programme and its streams; absent for the whole tenant. */
  readonly scope?: { readonly programme: string; readonly streams: readonly string[] };
  readonly others: Manifest['others'];
  readonly progress: (done: number, all: number) => void;
}

interface Written {
  readonly lines: number;
  readonly streams: Readonly<Record<string, number>>;
  readonly policies: readonly unknown[];
}

/**
 * Writes what a tenant's log holds up to its latest checkpoint, in order, with the tree and the keys: a folder that opens, and verifies, without Jalon.
 * @throws {Failure} `not-sealed-yet` where no checkpoint was signed, `wrong-usage` where the folder holds something
 */
export async function exportLog(exporting: Exporting): Promise<Answer> {
  const { store, tenant, out, scope, others } = exporting;
  const log = await store.logOf(tenant);
  const checkpoint = log && (await store.latest(log));
  if (!log || !checkpoint) throw new Failure('not-sealed-yet', `Nothing of ${tenant} is sealed yet: see that the sealer runs and has a key.`);
  if (existsSync(out) && (await readdir(out)).length > 0)
    throw new Failure('wrong-usage', `${out} holds something already: name a folder that is new or empty with --out.`);
  await mkdir(join(out, 'log'), { recursive: true });
  const { lines, streams, policies } = await writeDecisions(exporting, checkpoint.size);
  const manifest: Manifest = {
    format: 'jalon-export/1',
    tenant,
    origin: log.origin,
    size: checkpoint.size,
    ...(scope && { programme: scope.programme }),
    others,
    lines,
    streams,
  };
  const json = (file: string, value: unknown) => writeFile(join(out, file), `${JSON.stringify(value, null, 2)}\n`);
  await json(files.manifest, manifest);
  await json(files.policies, policies);
  const keys = await store.keys(log);
  await json(files.keys, { origin: log.origin, keys });
  await writeFile(join(out, files.checkpoint), checkpoint.note);
  await json(files.timeStamps, await stampsOf(store, log, checkpoint));
  await writeTiles(store, log, checkpoint.size, out);
  await writeFile(join(out, files.readme), readme(manifest, keys[0]?.key ?? ''));
  const scopeTold = scope ? `of ${scope.programme}, ${Object.keys(streams).length} streams` : 'the whole tenant';
  return {
    lines: [
      `${lines} of ${checkpoint.size} decisions (${scopeTold}) were written to ${out}.`,
      `Verify it anywhere: jalon verify ${out} --key '${keys[0]?.key}'`,
    ],
    data: { ...manifest, out, key: keys[0]?.key },
  };
}

async function writeDecisions({ databaseUrl, tenant, out, scope, others, progress }: Exporting, size: number): Promise<Written> {
  const target = createWriteStream(join(out, files.decisions));
  const own = scope && new Set(scope.streams);
  const streams = new Map<string, number>();
  const policies: unknown[] = [];
  let [position, lines] = [0, 0];
  for await (const page of storedLog(databaseUrl, tenant)) {
    const text: string[] = [];
    for (const stored of page) {
      if (position === size) break;
      position += 1;
      const envelope = stored.prefixed.toString('utf8', 1);
      const { stream, version, type } = JSON.parse(envelope) as { readonly stream: string; readonly version: number; readonly type: string };
      const isOwn = !own || own.has(stream);
      if (isOwn) streams.set(stream, version);
      if (!isOwn && others === 'hashes') continue;
      const line = isOwn ? { position, envelope, ...contentOf(stored) } : { position, envelope };
      if (isOwn && isPolicy(type)) policies.push({ position, stream, type, data: JSON.parse(line.data ?? '{}').data });
      text.push(`${JSON.stringify(line satisfies Line)}\n`);
      lines += 1;
    }
    if (!target.write(text.join(''))) await once(target, 'drain');
    progress(position, size);
    if (position === size) break;
  }
  target.end();
  await finished(target);
  return { lines, streams: Object.fromEntries([...streams].sort(([a], [b]) => (a < b ? -1 : 1))), policies };
}

const SALT_BYTES = 16;

function contentOf({ salted }: Stored): { readonly data?: string; readonly salt?: string } {
  return salted ? { data: salted.toString('utf8', SALT_BYTES), salt: salted.toString('hex', 0, SALT_BYTES) } : {};
}

async function writeTiles(store: SealStore, log: SealedLog, size: number, out: string): Promise<void> {
  for (const tile of tilesOf(size)) {
    const hashes = (await store.tiles(log, [tile]))(tile.level, tile.index);
    const path = join(out, tileFile(tilePath(tile)));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, hashes);
  }
}

/** The time stamps of checkpoints of trees that this one goes on from. */
async function stampsOf(store: SealStore, log: SealedLog, { size }: PublishedCheckpoint): Promise<readonly unknown[]> {
  const stamps = (await store.timeStamps(log)).filter((stamp) => stamp.size <= size);
  const written = stamps.map(async ({ size: of, provider, token }) => {
    const { note } = (await store.covering(log, of))!;
    return { provider, token: Buffer.from(token).toString('base64'), checkpoint: note };
  });
  return Promise.all(written);
}
