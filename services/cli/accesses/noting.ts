import { userInfo } from 'node:os';
import { type Access, accessJournal } from '@jalon/access-journal';
import type { Actor } from '@jalon/domain';
import { withPool } from '../system.ts';

/** Whoever works at the command line: Jalon knows nobody of them by name, the machine knows an account. */
const operator: Actor = { kind: 'service', id: 'command-line' };

/** Writes into the access journal what the command line is about to show or to write out. Where that fails, it does neither. */
export const noteReading = (databaseUrl: string, tenant: string, { part, thing, more }: Access['what'], why: Access['why'] = 'confidential') =>
  withPool(databaseUrl, (pool) =>
    accessJournal(pool).record({
      tenant,
      who: operator,
      what: { part, ...(thing !== undefined && { thing }), more: { ...more, account: userInfo().username } },
      why,
    }),
  );
