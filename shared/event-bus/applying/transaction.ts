import type { Pool, PoolClient } from 'pg';

/** Does all of it in one transaction whose unqualified names are those of one schema, or nothing of it. */
export async function inSchema<Result>(pool: Pool, schema: string, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('BEGIN');
    await tx.query(`SELECT set_config('search_path', $1, true)`, [schema]);
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
