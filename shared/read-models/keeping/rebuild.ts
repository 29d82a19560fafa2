import type { DecisionLog } from '@jalon/decision-log';
import { type Client, Pool, type PoolClient } from 'pg';
import { MAKING_VIEWS } from './migrate.ts';
import { viewApplier } from './projector.ts';
import { createViews, shapeOf } from './schema.ts';
import { SCHEMA } from './view-table.ts';

const NEXT = `${SCHEMA}_next`;
const FORMER = `${SCHEMA}_former`;

export interface RebuildOptions {
  /** The database as its owner. */
  readonly ownerUrl: string;
  readonly log: Pick<DecisionLog, 'readStream' | 'readLog' | 'tenants' | 'heads'>;
  /** Hears of each page: how many of the decisions that the log held at the start are in the new views. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Somebody else is rebuilding the views. */
export class RebuildUnderWay extends Error {
  readonly code = 'rebuild-under-way';
  readonly retryable = true;
  constructor() {
    super('The views are being rebuilt already: wait until that is done.');
  }
}

/**
 * Makes the views again from the log, in a schema beside the one that serves, and swaps the two in one transaction. Readers and the projector go on
 * meanwhile; the projector waits for the moment of the swap, in which the last decisions are applied, and then goes on in the new views.
 * @returns how many decisions the new views hold
 * @throws {RebuildUnderWay}
 */
export async function rebuild({ ownerUrl, log, onProgress = () => {} }: RebuildOptions): Promise<number> {
  const pool = new Pool({ connectionString: ownerUrl, max: 4 });
  const owner = await pool.connect();
  try {
    const { rows } = await owner.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [MAKING_VIEWS]);
    if (!rows[0]?.mine) throw new RebuildUnderWay();
    await transaction(owner, async () => {
      await owner.query(`DROP SCHEMA IF EXISTS ${NEXT} CASCADE`);
      await createViews(owner, NEXT);
    });

    const total = (await log.tenants()).reduce((sum, { head }) => sum + head, 0);
    const reached = new Map<string, number>();
    const applier = viewApplier(pool, log, NEXT);
    let count = await applier.catchUp((tenant, position) => {
      reached.set(tenant, position);
      const done = [...reached.values()].reduce((sum, each) => sum + each, 0);
      onProgress(Math.min(done, total), total);
    });
    await transaction(owner, async () => {
      const serving = (await shapeOf(owner, SCHEMA)) !== undefined;
      // Whoever applies begins with this table; so nobody applies until the swap is done, and what was applied before is in the log.
      if (serving) await owner.query(`LOCK TABLE ${SCHEMA}.tenant IN ACCESS EXCLUSIVE MODE`);
      count += await applier.catchUp();
      if (serving) {
        await owner.query(`INSERT INTO ${NEXT}.source SELECT * FROM ${SCHEMA}.source`);
        await owner.query(`ALTER SCHEMA ${SCHEMA} RENAME TO ${FORMER}`);
      }
      await owner.query(`ALTER SCHEMA ${NEXT} RENAME TO ${SCHEMA}`);
      await owner.query(`DROP SCHEMA IF EXISTS ${FORMER} CASCADE`);
    });
    return count;
  } finally {
    owner.release(true);
    await pool.end();
  }
}

async function transaction(client: Client | PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
