import { runner } from 'node-pg-migrate';

/** Brings the keys of subjects in a database to the schema of this version, as the role that owns it; after the decision log was migrated. */
export async function migratePrivacy(ownerUrl: string): Promise<void> {
  await runner({
    databaseUrl: ownerUrl,
    dir: new URL('./migrations/', import.meta.url).pathname,
    direction: 'up',
    schema: 'privacy',
    createSchema: true,
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => undefined,
  });
}
