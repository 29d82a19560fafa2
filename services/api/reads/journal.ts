import { JournalEntry, readJournal } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../identity/gate.ts';
import { present } from './present.ts';
import { After, cursorOf, encodeCursor, Limit, Times } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';

/** The audit journal of the tenant. */
export function journalReads({ app, views, seeing, back }: Reads): void {
  app.get(
    '/v1/journal',
    {
      schema: {
        operationId: 'journal.list',
        tags: ['journal'],
        summary: 'The audit journal: who decided what, when, under which policy',
        description: 'One entry a decision, in the order in which they were recorded. For auditors and administrators of the authority.',
        querystring: z.strictObject({
          stream: z.string().max(200).optional(),
          actor: z.string().max(200).optional(),
          type: z.string().max(100).optional(),
          order: z.enum(['oldest', 'newest']).optional().describe('Which come first; the oldest unless said.'),
          ...Times,
          after: After,
          limit: Limit,
          cursor: cursorOf(z.int().min(0)).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(JournalEntry), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const { after, limit, cursor, asOf, knownAt, ...filters } = request.query;
      const account = accountOf(request);
      await seeing.mayReadJournal(account);
      const then = back(account, { asOf, knownAt });
      const query = { ...present(filters), ...present({ after: cursor }), ...then?.asOf, limit };
      const items = await fromViews(views, account.tenant, after, (pool) => readJournal(pool, account.tenant, query));
      if (items.length === 0) await then?.some({ items });
      return { items, ...(items.length === limit && { next: encodeCursor(items.at(-1)?.position) }) };
    },
  );
}
