import type pg from 'pg';
import { ask } from './database.ts';
import type { DecisionLog } from './port.ts';

/** The marks that say which histories are being brought in. */
export function importsWith(pool: pg.Pool): Pick<DecisionLog, 'beginImport' | 'endImport' | 'imports'> {
  return {
    beginImport: async (tenant, name) => void (await ask(pool, { text: 'SELECT decision_log.begin_import($1, $2)', values: [tenant, name] })),
    endImport: async (tenant, name) => void (await ask(pool, { text: 'SELECT decision_log.end_import($1, $2)', values: [tenant, name] })),
    imports: () => ask(pool, { name: 'imports', text: 'SELECT tenant, name FROM decision_log.imports WHERE ended_at IS NULL ORDER BY tenant, name' }),
  };
}
