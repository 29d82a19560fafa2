import { runner } from 'node-pg-migrate';

/**
 * Brings the seal of a database to the schema of this version, as the role that owns it; after the decision log was migrated.
 * Waits for a migration that runs elsewhere; does nothing where there is nothing to do.
 */
export async function migrateSeal(ownerUrl: string): Promise<void> {
  await runner({
    databaseUrl: ownerUrl,
    dir: new URL('./migrations/', import.meta.url).pathname,
    direction: 'up',
    schema: 'seal',
    createSchema: true,
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
}
