import { parseStream } from '@jalon/domain';
import { listWork, WorkItem } from '@jalon/read-models';
import { z } from 'zod';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { present } from './present.ts';
import { After, cursorOf, encodeCursor, Limit } from './query.ts';
import type { Reads } from './reads.ts';
import type { Standing } from './standing.ts';
import { fromViews } from './views.ts';
import { visiblePage } from './visible-page.ts';

/** What is due for whoever asks. */
export function workReads({ app, views, seeing }: Reads, standingOf: (account: Account) => Promise<Standing>): void {
  app.get(
    '/v1/my-work',
    {
      schema: {
        operationId: 'my-work.list',
        tags: ['my-work'],
        summary: 'What is due for you, earliest first',
        description:
          'What is due for you in person, for the roles that you hold and for the funder that you represent, with what the process does next about it.',
        querystring: z.strictObject({
          programme: z.string().optional(),
          dueBefore: z.iso.datetime().optional(),
          after: After,
          limit: Limit,
          cursor: cursorOf(z.object({ due: z.iso.datetime(), obligation: z.string() })).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(WorkItem), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const { after, limit, cursor, ...filters } = request.query;
      const account = accountOf(request);
      const standing = await standingOf(account);
      return fromViews(views, account.tenant, after, async (pool) => {
        const { items, last } = await visiblePage<WorkItem>(
          limit,
          (from, count) =>
            listWork(pool, account.tenant, { for: standing.obliged, ...present(filters), ...present({ after: from ?? cursor }), limit: count }),
          async (item) => standing.concerns(item) && (await mayRead(account, item)),
        );
        return { items: [...items], ...(last && { next: encodeCursor({ due: last.due, obligation: last.obligation }) }) };
      });
    },
  );

  /** A role may be obliged where one of its holders has no part any more, such as a reviewer in conflict of interest. */
  async function mayRead(account: Account, { stream }: WorkItem): Promise<boolean> {
    const { kind, id } = parseStream(stream);
    return (await seeing.look(account, kind, id))?.('read') ?? false;
  }
}
