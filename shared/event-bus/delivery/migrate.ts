import { runner } from 'node-pg-migrate';

/** The schema of the delivery ledger. */
export const DELIVERY_SCHEMA = 'delivery';

/**
 * Brings the delivery ledger of a database to the schema of this version, as the role that owns it; after the decision log was migrated.
 * Waits for a migration that runs elsewhere; does nothing where there is nothing to do.
 */
export async function migrateDelivery(ownerUrl: string): Promise<void> {
  await runner({
    databaseUrl: ownerUrl,
    dir: new URL('./migrations/', import.meta.url).pathname,
    direction: 'up',
    schema: DELIVERY_SCHEMA,
    createSchema: true,
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
}
