import type { DecisionLog } from '@jalon/decision-log';
import type { FastifyBaseLogger } from 'fastify';
import type { Pool, PoolClient } from 'pg';

/** That something was decided on a thing, and up to where its stream and the tenant's log have come. It says nothing of what was decided. */
export interface Move {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
}

export interface Moves {
  /** Calls back with the moves of a tenant that are recorded from now on, in order, until the function that it resolves to is called. */
  watch(tenant: string, heard: (moves: readonly Move[]) => void): Promise<() => void>;
  /** The moves after a position, oldest first, at most so many. */
  after(tenant: string, position: number, limit: number): Promise<readonly Move[]>;
  /** The position of the last decision. */
  head(tenant: string): Promise<number>;
  close(): void;
}

/** Where the log says that something was appended; it also is looked at by itself, since a notification can be lost. */
const CHANNEL = 'decision_log';
const POLL_MS = 1_000;
const PAGE = 500;

interface Watched {
  position: number;
  readonly listeners: Set<(moves: readonly Move[]) => void>;
}

/** Follows the log for the pages that are open here. Nothing is asked of PostgreSQL while none is. */
export function followMoves(log: Pick<DecisionLog, 'tenants' | 'readLog'>, pool: Pool, logger: FastifyBaseLogger): Moves {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let client: PoolClient | undefined;
  let isLooking = false;
  let isConnecting = false;

  const after: Moves['after'] = async (tenant, position, limit) =>
    (await log.readLog(tenant, { after: position, limit })).map(({ position: at, stream, version }) => ({ position: at, stream, version }));
  const head: Moves['head'] = async (tenant) => (await log.tenants()).find((one) => one.tenant === tenant)?.head ?? 0;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const heads = new Map((await log.tenants()).map(({ tenant, head: at }) => [tenant, at]));
      for (const [tenant, { position }] of watched) if ((heads.get(tenant) ?? 0) > position) await tell(tenant);
    } catch (err) {
      logger.debug({ err }, 'live updates wait for the log');
    } finally {
      isLooking = false;
    }
  }

  async function tell(tenant: string): Promise<void> {
    const one = watched.get(tenant);
    if (!one) return;
    const moves = await after(tenant, one.position, PAGE);
    const last = moves.at(-1)?.position;
    if (last === undefined) return;
    one.position = last;
    for (const listener of one.listeners) listener(moves);
    if (moves.length === PAGE) await tell(tenant);
  }

  async function listen(): Promise<void> {
    if (client || isConnecting) return;
    isConnecting = true;
    try {
      const connected = await pool.connect();
      if (watched.size === 0) return connected.release();
      client = connected;
      const lost = () => {
        if (client === connected) client = undefined;
        connected.release(true);
      };
      connected.once('error', lost);
      connected.on('notification', () => void look());
      await connected.query(`LISTEN ${CHANNEL}`);
    } catch (err) {
      logger.debug({ err }, 'live updates go by looking, until PostgreSQL can be listened to');
    } finally {
      isConnecting = false;
    }
  }

  function begin(): void {
    timer ??= setInterval(() => {
      void listen();
      void look();
    }, POLL_MS).unref();
    void listen();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    client?.release(true);
    client = undefined;
  }

  return {
    after,
    head,
    async watch(tenant, heard) {
      const one = watched.get(tenant) ?? { position: await head(tenant), listeners: new Set() };
      // Another page may have been faster while the head was asked for.
      const shared = watched.get(tenant) ?? one;
      watched.set(tenant, shared);
      shared.listeners.add(heard);
      begin();
      return () => {
        shared.listeners.delete(heard);
        if (shared.listeners.size === 0) watched.delete(tenant);
        if (watched.size === 0) stop();
      };
    },
    close: stop,
  };
}
