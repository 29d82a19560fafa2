import { listWork, WorkItem } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { present } from '../present.ts';
import { After, cursorOf, encodeCursor, Limit } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';
import { fromViews } from '../views.ts';

/** What is due in a programme, whoever has to do it. */
export function dueReads({ app, seeing, views }: Reads): void {
  app.get(
    '/v1/programmes/:id/due',
    {
      schema: {
        operationId: 'programmes.due',
        tags: ['programmes'],
        summary: 'What is due in a programme, for whom and until when, earliest first',
        description: 'For those who run the programme, handle its money or audit it. `dueBefore` now gives what is overdue.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({
          dueBefore: z.iso.datetime().optional(),
          after: After,
          limit: Limit,
          cursor: cursorOf(z.object({ due: z.iso.datetime(), obligation: z.string() })).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(WorkItem), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { after, limit, cursor, ...filters } = request.query;
      const account = accountOf(request);
      await seeing.open(account, aProgramme, id, 'read-due');
      const items = await fromViews(views, account.tenant, after, (pool) =>
        listWork(pool, account.tenant, { programme: id, ...present({ ...filters, after: cursor }), limit }),
      );
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: encodeCursor({ due: last.due, obligation: last.obligation }) }) };
    },
  );
}
