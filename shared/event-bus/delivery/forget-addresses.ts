import type { Pool } from 'pg';
import { DELIVERY_SCHEMA } from './migrate.ts';
import type { FunderOf } from './webhook-secret.ts';

/** Takes a funder's mail address out of the ledger. What was told to it, and when, stays; what still waits is not sent. */
export async function forgetAddresses(pool: Pool, { tenant, programme, funder }: FunderOf): Promise<void> {
  await pool.query(
    `UPDATE ${DELIVERY_SCHEMA}.notice SET address = 'erased', state = CASE state WHEN 'pending' THEN 'stopped' ELSE state END
     WHERE tenant = $1 AND programme = $2 AND funder = $3 AND channel = 'email'`,
    [tenant, programme, funder],
  );
}
