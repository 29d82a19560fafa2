import { setTimeout as wait } from 'node:timers/promises';
import { DELIVERY_SCHEMA, inSchema } from '@jalon/event-bus';
import type { Clock, Logger } from '@jalon/runtime';
import type { Pool, PoolClient } from 'pg';
import type { Outcome, Send } from '../channels/channel.ts';
import { Notice } from '../telling/notice.ts';
import { nextTry } from './next-try.ts';

export interface CourierOptions {
  readonly pool: Pool;
  /** How a notice is sent, by channel. */
  readonly channels: Readonly<Record<'email' | 'webhook', Send>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many notices are under way at once; each holds a connection of the pool. */
  readonly atOnce?: number;
}

interface Row {
  readonly id: string;
  readonly tenant: string;
  readonly programme: string;
  readonly funder: string;
  readonly channel: 'email' | 'webhook';
  readonly address: string;
  readonly content: unknown;
  readonly attempts: number;
  readonly stopped: boolean;
}

const POLL_MS = 1_000;

/** Takes the due notices of the ledger one by one, sends each and writes down how that went. */
export class Courier {
  readonly #options: CourierOptions;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Sends all that is due; resolves to how many notices were tried. Several processes can at once: each takes those that no other has in hand. */
  async deliverDue(until?: AbortSignal): Promise<number> {
    const lanes = Array.from({ length: this.#options.atOnce ?? 4 }, async () => {
      let tried = 0;
      while (!until?.aborted && (await this.#deliverNext())) tried += 1;
      return tried;
    });
    return (await Promise.all(lanes)).reduce((sum, tried) => sum + tried, 0);
  }

  /** Sends what becomes due, from now on. */
  start(): { readonly stop: () => Promise<void> } {
    const stopping = new AbortController();
    const working = (async () => {
      while (!stopping.signal.aborted) {
        await this.deliverDue(stopping.signal).catch((err) =>
          this.#options.logger.error({ err }, 'notices could not be taken from the ledger; this is tried again'),
        );
        await wait(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    })();
    return {
      async stop() {
        stopping.abort();
        await working;
      },
    };
  }

  /**
   * The row stays locked while its notice is sent, so that nobody else sends it. Should this process die in between, it is sent again, under the same
   * message id: a receiver can tell.
   */
  #deliverNext(): Promise<boolean> {
    return inSchema(this.#options.pool, DELIVERY_SCHEMA, async (tx) => {
      const row = await takeDue(tx, this.#options.clock());
      if (!row) return false;
      const outcome: Outcome = row.stopped ? { state: 'stopped', detail: 'the endpoint had answered that it is gone' } : await this.#send(row);
      await this.#settle(tx, row, outcome);
      return true;
    });
  }

  async #send({ channel, address, content, tenant, programme, funder }: Row): Promise<Outcome> {
    try {
      return await this.#options.channels[channel](address, Notice.parse(content), { tenant, programme, funder });
    } catch (error) {
      return { state: 'pending', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  async #settle(tx: PoolClient, row: Row, { state, detail }: Outcome): Promise<void> {
    const now = this.#options.clock();
    const number = row.attempts + 1;
    const again = state === 'pending' ? nextTry(number, now) : undefined;
    const settled = state === 'pending' && !again ? 'failed' : state;
    await tx.query('INSERT INTO attempt (notice, number, at, outcome) VALUES ($1, $2, $3, $4)', [row.id, number, now, detail.slice(0, 500)]);
    await tx.query('UPDATE notice SET state = $2, attempts = $3, due_at = coalesce($4, due_at) WHERE id = $1', [
      row.id,
      settled,
      number,
      again ?? null,
    ]);
    if (settled === 'stopped') {
      await tx.query('INSERT INTO stopped_endpoint (tenant, address, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        row.tenant,
        row.address,
        now,
      ]);
    }
    const told = { notice: row.id, funder: row.funder, channel: row.channel, detail };
    if (settled === 'failed') this.#options.logger.error(told, 'a notice to a funder was given up');
    else if (settled === 'stopped') this.#options.logger.warn(told, 'a funder’s endpoint is gone: nothing more is sent to it');
    else if (settled === 'pending') this.#options.logger.warn({ ...told, again }, 'a notice to a funder could not be sent and is tried again');
  }
}

async function takeDue(tx: PoolClient, now: Date): Promise<Row | undefined> {
  const { rows } = await tx.query<Row>(
    `SELECT n.id, n.tenant, n.programme, n.funder, n.channel, n.address, n.content, n.attempts,
            EXISTS (SELECT FROM stopped_endpoint s WHERE n.channel = 'webhook' AND s.tenant = n.tenant AND s.address = n.address) AS stopped
     FROM notice n WHERE n.state = 'pending' AND n.due_at <= $1
     ORDER BY n.due_at, n.position LIMIT 1 FOR UPDATE OF n SKIP LOCKED`,
    [now],
  );
  return rows[0];
}
