import type { DecisionLog } from '@jalon/decision-log';
import { Applier } from '@jalon/event-bus';
import type { Pool } from 'pg';
import { projection } from './projection.ts';
import { SCHEMA } from './view-table.ts';

/** The consumer that writes the views, each decision once; hand it to `follow`. `schema` is another one only where the views are being rebuilt. */
export function viewApplier(pool: Pool, log: Pick<DecisionLog, 'readStream' | 'readLog' | 'tenants' | 'heads'>, schema: string = SCHEMA): Applier {
  return new Applier({ pool, schema, log, effect: projection(log) });
}
