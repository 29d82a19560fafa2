import type pg from 'pg';
import { ask } from './database.ts';
import { readTexts } from './envelope.ts';
import { inGroups } from './groups.ts';
import type { AsOf, DecisionLog, LoggedDecision, Recorded, Standing } from './port.ts';

interface Stored {
  readonly envelope: string;
  readonly data: string;
}

const read = (rows: readonly Stored[]): readonly LoggedDecision[] => rows.map(({ envelope, data }) => readTexts(envelope, data));

/** The conditions of an `AsOf`, as parameters `$from` and the one after it. */
const asOf = (from: number): string =>
  `(recorded_at <= $${from}::timestamptz OR $${from} IS NULL) AND (occurred_at <= $${from + 1}::timestamptz OR $${from + 1} IS NULL)`;
const asOfValues = ({ knownAt, effectAt }: AsOf): readonly (string | null)[] => [knownAt ?? null, effectAt ?? null];

/** A page of a tenant's log, oldest first. */
export async function readPage(
  database: pg.Pool | pg.Client,
  tenant: string,
  { after, limit, ...times }: AsOf & { readonly after: number; readonly limit: number },
): Promise<readonly LoggedDecision[]> {
  const rows = await ask<Stored>(database, {
    name: 'read-log',
    text: `SELECT envelope, data FROM decision_log.decisions WHERE tenant = $1 AND position > $2 AND ${asOf(4)} ORDER BY position LIMIT $3`,
    values: [tenant, after, limit, ...asOfValues(times)],
  });
  return read(rows);
}

const SAME_QUERY = 1000;
const fulfilled = <Value>(value: Value): PromiseSettledResult<Value> => ({ status: 'fulfilled', value });

function headsWith(pool: pg.Pool): DecisionLog['heads'] {
  return inGroups<readonly string[], Readonly<Record<string, number>>>(
    async (tenant, group) => {
      const rows = await ask<{ stream: string; version: number }>(pool, {
        name: 'heads',
        text: 'SELECT stream, version FROM decision_log.streams WHERE tenant = $1 AND stream = ANY ($2)',
        values: [tenant, [...new Set(group.flat())]],
      });
      const versions = new Map(rows.map(({ stream, version }) => [stream, version]));
      return group.map((streams) => fulfilled(Object.fromEntries(streams.map((stream) => [stream, versions.get(stream) ?? 0]))));
    },
    (group) => group.length < SAME_QUERY,
  );
}

type Found = Awaited<ReturnType<DecisionLog['findCommand']>>;

function findCommandWith(pool: pg.Pool): DecisionLog['findCommand'] {
  return inGroups<string, Found>(
    async (tenant, group) => {
      const rows = await ask<{ id: string; input_hash: Buffer; decisions: readonly Recorded[] }>(pool, {
        name: 'find-command',
        text: `SELECT id, input_hash, decision_log.recorded(tenant, first_position, decisions) AS decisions
               FROM decision_log.commands WHERE tenant = $1 AND id = ANY ($2)`,
        values: [tenant, [...new Set(group)]],
      });
      const found = new Map(rows.map(({ id, input_hash, decisions }) => [id, { inputHash: new Uint8Array(input_hash), decisions }]));
      return group.map((id) => fulfilled(found.get(id)));
    },
    (group) => group.length < SAME_QUERY,
  );
}

/** The reads of a log that go by a pool. */
export function readsWith(
  pool: pg.Pool,
): Pick<DecisionLog, 'findCommand' | 'heads' | 'readStream' | 'standing' | 'readLog' | 'streams' | 'tenants' | 'lags' | 'rewind'> {
  return {
    findCommand: findCommandWith(pool),
    heads: headsWith(pool),

    async readStream(tenant, stream, { after = 0, upTo, ...times } = {}) {
      const rows = await ask<Stored>(pool, {
        name: 'read-stream',
        text: `SELECT envelope, data FROM decision_log.decisions
               WHERE tenant = $1 AND stream = $2 AND version > $3 AND (version <= $4::integer OR $4 IS NULL) AND ${asOf(5)} ORDER BY version`,
        values: [tenant, stream, after, upTo ?? null, ...asOfValues(times)],
      });
      return read(rows);
    },

    standing(tenant, which, times) {
      const named = 'streams' in which;
      const where = named ? 'stream = ANY ($4)' : 'stream ^@ $4 AND stream > $5';
      return ask<Standing>(pool, {
        name: named ? 'standing' : 'standing-after',
        text: `SELECT stream, max(version) AS version, count(*)::integer AS decisions FROM decision_log.decisions
               WHERE tenant = $1 AND ${asOf(2)} AND ${where} GROUP BY stream ORDER BY stream${named ? '' : ' LIMIT $6'}`,
        values: [tenant, ...asOfValues(times), ...(named ? [which.streams] : [which.prefix, which.after, which.limit])],
      });
    },

    readLog: (tenant, options) => readPage(pool, tenant, options),

    async streams(tenant, prefix) {
      const rows = await ask<{ stream: string; version: number }>(pool, {
        text: 'SELECT stream, version FROM decision_log.streams WHERE tenant = $1 AND stream ^@ $2 ORDER BY stream',
        values: [tenant, prefix],
      });
      return Object.fromEntries(rows.map(({ stream, version }) => [stream, version]));
    },

    tenants: () => ask(pool, { text: 'SELECT tenant, head, incarnation FROM decision_log.tenants WHERE head > 0 ORDER BY tenant' }),

    lags: () =>
      ask(pool, {
        text: `SELECT s.name, t.tenant, coalesce(c.position, 0) AS position, t.head - coalesce(c.position, 0) AS behind,
                      coalesce(greatest(extract(epoch FROM decision_log.clock() - d.recorded_at) * 1000, 0), 0)::int8 AS "ageMs"
               FROM decision_log.subscriptions s CROSS JOIN decision_log.tenants t
               LEFT JOIN decision_log.checkpoints c ON c.name = s.name AND c.tenant = t.tenant
               LEFT JOIN decision_log.decisions d ON d.tenant = t.tenant AND d.position = coalesce(c.position, 0) + 1
               WHERE t.head > 0 ORDER BY s.name, t.tenant`,
      }),

    async rewind(name, tenant, position) {
      const [row] = await ask<{ moved: boolean }>(pool, {
        text: 'SELECT decision_log.rewind($1, $2, $3) AS moved',
        values: [name, tenant, position],
      });
      if (!row?.moved) throw new Error(`The subscription ${name} has not come to position ${position} of ${tenant}: it can only be moved back.`);
    },
  };
}
