import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import type { Pool, PoolClient } from 'pg';
import type { Consumer } from '../port.ts';
import { inSchema } from './transaction.ts';
import { appliedVersions, noteVersions, whatFollows } from './versions.ts';

/** What a consumer does with decisions, inside the transaction that notes them as applied. Unqualified table names are those of its schema. */
export interface Effect {
  /** Decisions of one tenant, each for the first time, without a gap within a stream, in order of position. */
  apply(tx: PoolClient, tenant: string, decisions: readonly LoggedDecision[]): Promise<void>;
  /** The log of this tenant lost decisions in a restore: forget what came of them. The whole log is applied again afterwards. */
  forget(tx: PoolClient, tenant: string): Promise<void>;
}

export interface ApplierOptions {
  readonly pool: Pool;
  /** The schema that holds the effect and `appliedTables`. Commits are told on the channel of this name, with the tenant. */
  readonly schema: string;
  readonly log: Pick<DecisionLog, 'readStream' | 'readLog' | 'tenants'>;
  readonly effect: Effect;
}

/** How far a consumer has come with one tenant. */
export interface Standing {
  readonly tenant: string;
  /** Decisions applied. */
  readonly applied: number;
  /** Every decision up to this position is applied, at least. */
  readonly completeTo: number;
  /** Decisions in the log. */
  readonly head: number;
}

const PAGE = 2_000;

/**
 * Makes of an effect a consumer that applies each decision once, whatever the bus repeats, leaves out or reorders between streams: the effect, the
 * versions applied and the place in the source are one transaction (DESIGN §7). One process at a time applies to a tenant.
 */
export class Applier implements Pick<Consumer, 'handle' | 'noted'> {
  readonly #options: ApplierOptions;

  constructor(options: ApplierOptions) {
    this.#options = options;
  }

  /** Applies a batch of the bus. */
  readonly handle: Consumer['handle'] = async (batch, { source, next }) => {
    const byTenant = [...Map.groupBy(batch, ({ tenant }) => tenant)].sort(([a], [b]) => (a < b ? -1 : 1));
    await this.#transaction(async (tx) => {
      for (const [tenant, decisions] of byTenant) {
        const row = await this.#lock(tx, tenant, decisions.at(-1)?.incarnation);
        if (row) await this.#applyNew(tx, tenant, decisions, row.incarnation);
      }
      await tx.query('INSERT INTO source (source, next) VALUES ($1, $2) ON CONFLICT (source) DO UPDATE SET next = excluded.next', [source, next]);
    });
  };

  /** Where it goes on in a source, undefined where it was never fed from it. */
  readonly noted: Consumer['noted'] = async (source) =>
    this.#transaction(async (tx) => {
      const { rows } = await tx.query<{ next: string }>('SELECT next FROM source WHERE source = $1', [source]);
      return rows[0] && Number(rows[0].next);
    });

  /** Applies what the log holds and this consumer does not have yet; resolves to how many decisions that were. `onPage` hears how far it has come. */
  async catchUp(onPage: (tenant: string, position: number) => void = () => {}): Promise<number> {
    let total = 0;
    for (const { tenant } of await this.#options.log.tenants()) {
      for (let reached: number | undefined = 0; reached !== undefined; ) {
        reached = await this.#transaction(async (tx) => {
          const row = await this.#lock(tx, tenant);
          if (!row) return undefined;
          const page = await this.#options.log.readLog(tenant, { after: row.completeTo, limit: PAGE });
          total += await this.#applyPage(tx, tenant, page);
          return page.at(-1)?.position;
        });
        if (reached !== undefined) onPage(tenant, reached);
      }
    }
    return total;
  }

  /** Compares with the log, and notes what is complete. */
  async standing(): Promise<readonly Standing[]> {
    return this.#transaction(async (tx) => {
      const here = await tx.query<{ tenant: string; applied: string; complete_to: string }>('SELECT tenant, applied, complete_to FROM tenant');
      const rows = new Map(here.rows.map((row) => [row.tenant, row]));
      const standing = (await this.#options.log.tenants()).map(({ tenant, head }): Standing => {
        const applied = Number(rows.get(tenant)?.applied ?? 0);
        // The heads are read after the count, and what is counted is a beginning of each stream: as many as the head means all of them.
        return { tenant, applied, completeTo: applied === head ? head : Number(rows.get(tenant)?.complete_to ?? 0), head };
      });
      const complete = standing.filter(({ tenant, completeTo }) => completeTo > Number(rows.get(tenant)?.complete_to ?? 0));
      for (const { tenant, completeTo } of complete) {
        await tx.query('UPDATE tenant SET complete_to = greatest(complete_to, $2) WHERE tenant = $1', [tenant, completeTo]);
      }
      return standing;
    });
  }

  #transaction<Result>(work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
    return inSchema(this.#options.pool, this.#options.schema, work);
  }

  /**
   * Locks the tenant's row. Where the log has a new incarnation, forgets the tenant and applies it as the log has it now. Undefined for a tenant that the
   * log does not have: another Jalon publishes on the same broker.
   */
  async #lock(tx: PoolClient, tenant: string, seen?: string): Promise<{ readonly incarnation: string; readonly completeTo: number } | undefined> {
    const { rows } = await tx.query<{ incarnation: string; complete_to: string }>(
      'SELECT incarnation, complete_to FROM tenant WHERE tenant = $1 FOR UPDATE',
      [tenant],
    );
    const [row] = rows;
    if (row && row.incarnation === seen) return { incarnation: row.incarnation, completeTo: Number(row.complete_to) };

    const known = (await this.#options.log.tenants()).find((one) => one.tenant === tenant);
    if (!known) return undefined;
    const { incarnation } = known;
    if (row && row.incarnation === incarnation) return { incarnation, completeTo: Number(row.complete_to) };
    if (row) await this.#forget(tx, tenant);
    const made = await tx.query('INSERT INTO tenant (tenant, incarnation) VALUES ($1, $2) ON CONFLICT (tenant) DO NOTHING', [tenant, incarnation]);
    if (made.rowCount === 0) return this.#lock(tx, tenant, seen);
    return { incarnation, completeTo: row ? await this.#applyWhole(tx, tenant) : 0 };
  }

  async #forget(tx: PoolClient, tenant: string): Promise<void> {
    await this.#options.effect.forget(tx, tenant);
    await tx.query('DELETE FROM applied WHERE tenant = $1', [tenant]);
    await tx.query('DELETE FROM tenant WHERE tenant = $1', [tenant]);
  }

  async #applyWhole(tx: PoolClient, tenant: string): Promise<number> {
    for (let after = 0; ; ) {
      const page = await this.#options.log.readLog(tenant, { after, limit: PAGE });
      const last = page.at(-1);
      if (!last) return after;
      await this.#applyPage(tx, tenant, page);
      after = last.position;
    }
  }

  /** Applies a page of the log that begins right after what is complete. */
  async #applyPage(tx: PoolClient, tenant: string, page: readonly LoggedDecision[]): Promise<number> {
    const last = page.at(-1);
    if (!last) return 0;
    const applied = await this.#applyNew(tx, tenant, page);
    await tx.query('UPDATE tenant SET complete_to = greatest(complete_to, $2) WHERE tenant = $1', [tenant, last.position]);
    return applied;
  }

  /** `incarnation` is the log's present one where the batch comes from the bus, and left out where it was read from the log itself. */
  async #applyNew(tx: PoolClient, tenant: string, batch: readonly LoggedDecision[], incarnation?: string): Promise<number> {
    const byStream = Map.groupBy(batch, ({ stream }) => stream);
    const versions = await appliedVersions(tx, tenant, [...byStream.keys()]);
    const arrived = [...byStream].map(([stream, decisions]) => ({ tenant, stream, applied: versions.get(stream) ?? 0, decisions }));
    const found = await Promise.all(arrived.map((one) => whatFollows(this.#options.log, one, incarnation)));
    const fresh = found.flat().sort((a, b) => a.position - b.position);
    if (fresh.length === 0) return 0;
    await this.#options.effect.apply(tx, tenant, fresh);
    await noteVersions(tx, tenant, fresh);
    // Heard at commit by those who wait for this tenant.
    await tx.query('SELECT pg_notify($1, $2)', [this.#options.schema, tenant]);
    return fresh.length;
  }
}
