import { parseStream, Text } from '@jalon/domain';
import { type JournalEntry, readJournal, titlesOf } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../identity/gate.ts';
import { present } from './present.ts';
import { After, cursorOf, encodeCursor } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';
import { visiblePage } from './visible-page.ts';

/** A decision as a line of news: never who took it, nor what it held. */
const Change = z.strictObject({
  position: z.int(),
  stream: z.string(),
  type: z.string(),
  told: Text,
  title: Text.optional(),
  recordedAt: z.string(),
});

/** What was decided lately on things that the reader may see. */
export function changeReads({ app, views, seeing }: Reads): void {
  app.get(
    '/v1/changes',
    {
      schema: {
        operationId: 'changes.list',
        tags: ['changes'],
        summary: 'The newest decisions on what you may see, newest first',
        description: 'What was decided in a line each, with the thing that it was decided on. `head` is the position that the journal has come to.',
        querystring: z.strictObject({
          after: After,
          limit: z.coerce.number('has to be a number').int().min(1).max(100).default(20),
          cursor: cursorOf(z.int().min(0)).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(Change), head: z.int(), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const { after, limit, cursor } = request.query;
      const account = accountOf(request);
      return fromViews(views, account.tenant, after, async (pool) => {
        const [newest] = await readJournal(pool, account.tenant, { order: 'newest', limit: 1 });
        const { items, last } = await visiblePage<JournalEntry>(
          limit,
          (from, count) => readJournal(pool, account.tenant, { order: 'newest', limit: count, ...present({ after: from?.position ?? cursor }) }),
          async ({ stream }) => {
            const { kind, id } = parseStream(stream);
            return (await seeing.look(account, kind, id))?.('read') ?? false;
          },
        );
        const titles = await titlesOf(pool, account.tenant, [...new Set(items.map(({ stream }) => stream))]);
        return {
          items: items.map(({ position, stream, type, told, recordedAt }) => {
            const title = titles.get(stream);
            return { position, stream, type, told, recordedAt, ...(title && { title }) };
          }),
          head: newest?.position ?? 0,
          ...(last && { next: encodeCursor(last.position) }),
        };
      });
    },
  );
}
