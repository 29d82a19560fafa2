import { Client } from 'pg';
import { createViews, shape, shapeOf } from './schema.ts';
import { SCHEMA } from './view-table.ts';

/** Any number, the same for all who create or swap the views, so that they take turns. */
export const MAKING_VIEWS = 7_265_001;

/**
 * Creates the views where they do not exist. Views of another shape than this version's are dropped and created empty: the projector fills them from
 * the log (`jalon rebuild` does so beforehand). Run by the owner of the database, after the decision log was migrated.
 */
export async function migrateReadModels(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock($1)', [MAKING_VIEWS]);
    const present = await shapeOf(owner, SCHEMA);
    if (present !== shape) {
      if (present !== undefined) await owner.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
      await createViews(owner, SCHEMA);
    }
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}
