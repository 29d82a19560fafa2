import type { Pool, QueryResultRow } from 'pg';
import type { Edge, Growth } from '../tree/growing.ts';
import { HASH_BYTES } from '../tree/hashing.ts';
import type { Head } from '../tree/proofs.ts';
import { TILE_WIDTH, type Tile, type TileHashes, tileWidth } from '../tree/tiles.ts';

/** One life of a tenant's log, as its checkpoints name it. */
export interface SealedLog {
  readonly id: number;
  readonly tenant: string;
  readonly incarnation: string;
  readonly origin: string;
}

/** A checkpoint as it was signed and published. */
export interface PublishedCheckpoint extends Head {
  /** With the signatures of witnesses, where it got some. */
  readonly note: string;
  readonly signedAt: Date;
}

/** A public key of a log. Trees of more than `above` leaves are signed by it; `statement` is the note by which the key before vouches for it. */
export interface PublishedKey {
  readonly key: string;
  readonly above: number;
  readonly statement?: string;
}

export interface TimeStamp {
  readonly size: number;
  readonly provider: string;
  readonly token: Uint8Array;
  readonly stampedAt: Date;
}

/** The tree and its checkpoints in PostgreSQL, schema `seal`. */
export interface SealStore {
  /** The tenant's log as it is sealed now; undefined before its first checkpoint is due. */
  logOf(tenant: string): Promise<SealedLog | undefined>;
  /** All lives of a tenant's log, oldest first. */
  logsOf(tenant: string): Promise<readonly SealedLog[]>;
  openLog(log: Omit<SealedLog, 'id'>): Promise<SealedLog>;
  latest(log: SealedLog): Promise<PublishedCheckpoint | undefined>;
  /** The first checkpoint of a tree of at least so many leaves. */
  covering(log: SealedLog, size: number): Promise<PublishedCheckpoint | undefined>;
  keys(log: SealedLog): Promise<readonly PublishedKey[]>;
  addKey(log: SealedLog, key: PublishedKey): Promise<void>;
  /** The hashes of tiles; a tile that is not there, or is not that wide, is left out. */
  tiles(log: SealedLog, tiles: readonly Tile[]): Promise<TileHashes>;
  /** The right edge of the tree at its latest checkpoint. */
  edge(log: SealedLog, size: number): Promise<Edge>;
  /** False where the tree has not the size `seen` any more. */
  extend(log: SealedLog, seen: number, head: Head, note: string, grown: readonly Growth[]): Promise<boolean>;
  addCosignature(log: SealedLog, size: number, line: string): Promise<void>;
  addTimeStamp(log: SealedLog, timeStamp: TimeStamp): Promise<void>;
  timeStamps(log: SealedLog): Promise<readonly TimeStamp[]>;
  alarms(): Promise<readonly { readonly tenant: string; readonly reason: string; readonly since: Date }[]>;
  raiseAlarm(tenant: string, reason: string): Promise<void>;
  clearAlarm(tenant: string): Promise<void>;
}

interface CheckpointRow {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly signedAt: Date;
}

const CHECKPOINT = `SELECT c.size, c.root, c.signed_at AS "signedAt",
  c.note || coalesce((SELECT string_agg(line, '' ORDER BY line) FROM seal.cosignatures s WHERE s.log = c.log AND s.size = c.size), '') AS note
  FROM seal.checkpoints c WHERE c.log = $1`;

const checkpointOf = (row: CheckpointRow | undefined): PublishedCheckpoint | undefined => row && { ...row, size: Number(row.size) };
const NONE = new Uint8Array(0);
/** Tiles kept in memory: four megabytes, and four times as much for what was hashed of them. The upper levels of ten million decisions are 154. */
const MOST_TILES = 500;

export function sealStore(pool: Pick<Pool, 'query'>): SealStore {
  const rows = async <Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>({ name: `seal ${name}`, text, values: [...values] })).rows;
  const logsOf: SealStore['logsOf'] = (tenant) =>
    rows<SealedLog & QueryResultRow>('logs', 'SELECT id, tenant, incarnation, origin FROM seal.logs WHERE tenant = $1 ORDER BY id', [tenant]);

  const kept = new Map<string, Uint8Array>();
  const nameOf = (id: number, { level, index, width }: Tile) => `${id}/${level}/${index}/${width}`;

  /** A tile of a width never changes, so that it can be kept; those that were not used for longest go. */
  function keep(name: string, hashes: Uint8Array): Uint8Array {
    kept.delete(name);
    kept.set(name, hashes);
    if (kept.size > MOST_TILES) kept.delete(kept.keys().next().value!);
    return hashes;
  }

  async function fetchTiles(id: number, wanted: readonly Tile[]): Promise<void> {
    const found = await rows<{ level: number; index: string; hashes: Buffer | null }>(
      'tiles',
      `SELECT w.level, w.index, coalesce(t.hashes, (SELECT string_agg(f.hashes, '' ORDER BY f.first) FROM seal.fragments f
                                                     WHERE f.log = $1 AND f.level = w.level AND f.index = w.index)) AS hashes
       FROM unnest($2::smallint[], $3::bigint[]) w (level, index)
       LEFT JOIN seal.tiles t ON t.log = $1 AND t.level = w.level AND t.index = w.index`,
      [id, wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
    );
    const hashes = new Map(found.map((row) => [`${row.level}/${row.index}`, row.hashes]));
    for (const tile of wanted) {
      const bytes = hashes.get(`${tile.level}/${tile.index}`)?.subarray(0, tile.width * HASH_BYTES);
      if (bytes?.length === tile.width * HASH_BYTES) keep(nameOf(id, tile), bytes);
    }
  }

  const tiles: SealStore['tiles'] = async ({ id }, wanted) => {
    const missing = wanted.filter((tile) => !kept.has(nameOf(id, tile)));
    if (missing.length > 0) await fetchTiles(id, missing);
    const hashes = new Map(
      wanted.map((tile) => {
        const name = nameOf(id, tile);
        const bytes = kept.get(name);
        return [`${tile.level}/${tile.index}`, bytes ? keep(name, bytes) : NONE];
      }),
    );
    return (level, index) => hashes.get(`${level}/${index}`) ?? NONE;
  };

  return {
    ...{ logsOf, tiles },
    logOf: async (tenant) => (await logsOf(tenant)).at(-1),
    async openLog({ tenant, incarnation, origin }) {
      const [row] = await rows<{ id: number }>('open log', 'SELECT seal.open_log($1, $2, $3) AS id', [tenant, incarnation, origin]);
      const opened = (await logsOf(tenant)).find(({ id }) => id === row!.id);
      return opened!;
    },
    latest: async ({ id }) => checkpointOf((await rows<CheckpointRow>('latest', `${CHECKPOINT} ORDER BY c.size DESC LIMIT 1`, [id]))[0]),
    covering: async ({ id }, size) =>
      checkpointOf((await rows<CheckpointRow>('covering', `${CHECKPOINT} AND c.size >= $2 ORDER BY c.size LIMIT 1`, [id, size]))[0]),
    async keys({ id }) {
      const found = await rows<{ key: string; above: string; statement: string | null }>(
        'keys',
        'SELECT key, above, statement FROM seal.keys WHERE log = $1 ORDER BY above, statement NULLS FIRST',
        [id],
      );
      return found.map(({ key, above, statement }) => ({ key, above: Number(above), ...(statement !== null && { statement }) }));
    },
    addKey: async ({ id }, { key, above, statement }) =>
      void (await rows('add key', 'SELECT seal.add_key($1, $2, $3, $4)', [id, key, above, statement ?? null])),
    async edge(log, size) {
      const wanted: Tile[] = [];
      for (let level = 0; size >= TILE_WIDTH ** level; level += 1) {
        const index = Math.floor(size / TILE_WIDTH ** (level + 1));
        wanted.push({ level, index, width: tileWidth(level, index, size) });
      }
      const hashes = await tiles(
        log,
        wanted.filter(({ width }) => width > 0),
      );
      return wanted.map(({ level, index, width }) =>
        Array.from({ length: width }, (_, at) => hashes(level, index).subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
      );
    },
    async extend({ id }, seen, { size, root }, note, grown) {
      const parts = grown.map(({ hashes, ...place }) => ({ ...place, hashes: Buffer.from(hashes).toString('hex') }));
      const [row] = await rows<{ done: boolean }>('extend', 'SELECT seal.extend($1, $2, $3, $4, $5, $6) AS done', [
        id,
        seen,
        size,
        Buffer.from(root),
        note,
        JSON.stringify(parts),
      ]);
      return row?.done === true;
    },
    addCosignature: async ({ id }, size, line) => void (await rows('add cosignature', 'SELECT seal.add_cosignature($1, $2, $3)', [id, size, line])),
    addTimeStamp: async ({ id }, { size, provider, token, stampedAt }) =>
      void (await rows('add time stamp', 'SELECT seal.add_time_stamp($1, $2, $3, $4, $5)', [id, size, provider, Buffer.from(token), stampedAt])),
    async timeStamps({ id }) {
      const found = await rows<{ size: string; provider: string; token: Buffer; stampedAt: Date }>(
        'time stamps',
        'SELECT size, provider, token, stamped_at AS "stampedAt" FROM seal.time_stamps WHERE log = $1 ORDER BY size, provider',
        [id],
      );
      return found.map((row) => ({ ...row, size: Number(row.size) }));
    },
    alarms: () => rows('alarms', 'SELECT tenant, reason, since FROM seal.alarms ORDER BY tenant'),
    raiseAlarm: async (tenant, reason) => void (await rows('raise alarm', 'SELECT seal.raise_alarm($1, $2)', [tenant, reason])),
    clearAlarm: async (tenant) => void (await rows('clear alarm', 'SELECT seal.clear_alarm($1)', [tenant])),
  };
}
