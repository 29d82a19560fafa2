import { Phase } from '@jalon/domain';
import { findLessons, LessonRow } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { present } from '../present.ts';
import { After, cursorOf, encodeCursor, Limit } from '../query.ts';
import type { Reads } from '../reads.ts';
import { fromViews } from '../views.ts';
import { visiblePage } from '../visible-page.ts';

/** What projects learned, for others to find. */
export function lessonReads({ app, views, seeing }: Reads): void {
  app.get(
    '/v1/lessons',
    {
      schema: {
        operationId: 'lessons.list',
        tags: ['lessons'],
        summary: 'Published lessons of all projects, by tag, phase and words',
        description:
          'Public ones are for everybody, the others for whoever takes part in their programme. Words are taken as a search engine takes them: all of them, a phrase in quotes, a minus before a word to leave out.',
        querystring: z.strictObject({
          tag: z.string().max(100).optional(),
          phase: Phase.optional(),
          programme: z.string().optional(),
          q: z.string().min(1).max(200).optional(),
          after: After,
          limit: Limit,
          cursor: cursorOf(z.string()).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(LessonRow), next: z.string().optional() }).describe('A page, in order of id.') },
      },
    },
    async (request) => {
      const { after, limit, cursor, q, ...filters } = request.query;
      const account = accountOf(request);
      const takesPart = async (programme: string) => (await seeing.look(account, 'programme', programme))?.('read') ?? false;
      return fromViews(views, account.tenant, after, async (pool) => {
        const { items, last } = await visiblePage<LessonRow>(
          limit,
          (from, count) =>
            findLessons(pool, account.tenant, { ...present({ ...filters, words: q }), ...present({ after: from?.id ?? cursor }), limit: count }),
          async ({ to, programme }) => to === 'public' || takesPart(programme),
        );
        return { items: [...items], ...(last && { next: encodeCursor(last.id) }) };
      });
    },
  );
}
