import { runner } from 'node-pg-migrate';

/** Brings the access journal of a database to the schema of this version, as the role that owns it; after the decision log was migrated. */
export async function migrateAccessJournal(ownerUrl: string): Promise<void> {
  await runner({
    databaseUrl: ownerUrl,
    dir: new URL('./migrations/', import.meta.url).pathname,
    direction: 'up',
    schema: 'access_journal',
    createSchema: true,
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
}
