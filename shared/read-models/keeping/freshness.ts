import { setTimeout as wait } from 'node:timers/promises';
import type { Notification, Pool, PoolClient } from 'pg';
import { SCHEMA } from './view-table.ts';

/** How long a waiting reader goes without looking, should a notification be lost. */
const POLL_MS = 250;

/** Hears of commits to the views for all who wait on one pool, by one connection, for as long as somebody waits. */
class Ear {
  readonly #pool: Pool;
  readonly #waiting = new Map<symbol, { readonly tenant: string; readonly wake: () => void }>();
  #client: Promise<PoolClient> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Begins to listen, if nobody did; without a connection to spare those who wait only poll. */
  #listen(): void {
    this.#client ??= this.#pool.connect().then(async (client) => {
      client.on('notification', this.#hear);
      client.on('error', this.#fail);
      await client.query(`LISTEN ${SCHEMA}`);
      return client;
    });
    this.#client.catch(this.#fail);
  }

  readonly #hear = ({ payload }: Notification): void => {
    for (const { tenant, wake } of this.#waiting.values()) if (tenant === payload) wake();
  };

  readonly #fail = (): void => {
    this.#letGo(true);
  };

  #letGo(broken: boolean): void {
    const client = this.#client;
    this.#client = undefined;
    client
      ?.then(async (held) => {
        held.removeListener('notification', this.#hear);
        held.removeListener('error', this.#fail);
        if (!broken) await held.query(`UNLISTEN ${SCHEMA}`);
        held.release(broken);
      })
      .catch(() => undefined);
  }

  /** Calls `look` now, and again whenever the tenant's views have changed, until it answers yes or the time is over. */
  async until(tenant: string, look: () => Promise<boolean>, over: AbortSignal): Promise<boolean> {
    const name = Symbol(tenant);
    try {
      for (;;) {
        const changed = Promise.withResolvers<void>();
        this.#waiting.set(name, { tenant, wake: changed.resolve });
        this.#listen();
        if (await look()) return true;
        if (over.aborted) return false;
        const rest = new AbortController();
        await Promise.race([changed.promise, wait(POLL_MS, undefined, { signal: AbortSignal.any([over, rest.signal]) }).catch(() => undefined)]);
        rest.abort();
      }
    } finally {
      this.#waiting.delete(name);
      if (this.#waiting.size === 0) this.#letGo(false);
    }
  }
}

const ears = new WeakMap<Pool, Ear>();

function earOf(pool: Pool): Ear {
  const known = ears.get(pool) ?? new Ear(pool);
  ears.set(pool, known);
  return known;
}

/**
 * Waits until the views hold every stream named, up to the version named (a read with `?after=<stream>@<version>`).
 * @returns false when they did not within `timeoutMs` milliseconds
 */
export async function waitFor(pool: Pool, tenant: string, versions: Readonly<Record<string, number>>, timeoutMs: number): Promise<boolean> {
  const wanted = Object.entries(versions);
  const reached = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ stream: string; version: number }>(
      `SELECT stream, version FROM ${SCHEMA}.applied WHERE tenant = $1 AND stream = ANY($2)`,
      [tenant, wanted.map(([stream]) => stream)],
    );
    const applied = new Map(rows.map(({ stream, version }) => [stream, version]));
    return wanted.every(([stream, version]) => (applied.get(stream) ?? 0) >= version);
  };
  if (await reached()) return true;
  return earOf(pool).until(tenant, reached, AbortSignal.timeout(timeoutMs));
}
