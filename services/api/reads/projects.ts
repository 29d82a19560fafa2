import { streamOf } from '@jalon/domain';
import { findProjectPage, JournalEntry, listPortfolio, PortfolioRow, ProjectPage, readJournal } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { present } from './present.ts';
import { ownShareOf } from './project/own-share.ts';
import { After, cursorOf, encodeCursor, Limit, Times } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';
import { matches, type RowsAfter, visiblePage } from './visible-page.ts';

const Id = z.object({ id: z.string() });
const Filters = { programme: z.string().optional(), call: z.string().optional(), stage: z.string().optional() };

/** In a timeline, who decided is shown to those who may know, and to themselves. */
const TimelineEntry = JournalEntry.extend({ actor: z.strictObject({ kind: JournalEntry.shape.actor.shape.kind, id: z.string().optional() }) });

/** The portfolio, a project's page, and its timeline. */
export function projectReads({ app, views, seeing, back }: Reads): void {
  app.get(
    '/v1/projects',
    {
      schema: {
        operationId: 'projects.list',
        tags: ['projects'],
        summary: 'The portfolio: the projects that you may see',
        querystring: z.strictObject({ ...Filters, ...Times, after: After, limit: Limit, cursor: cursorOf(z.string()).optional() }),
        response: { 200: z.strictObject({ items: z.array(PortfolioRow), next: z.string().optional() }).describe('A page, in order of id.') },
      },
    },
    async (request) => {
      const { after, limit, cursor, asOf, knownAt, ...filters } = request.query;
      const account = accountOf(request);
      const then = back(account, { asOf, knownAt });
      const page = (rowsAfter: RowsAfter<PortfolioRow>) =>
        visiblePage(
          limit,
          rowsAfter,
          async (row) => matches(row, filters) && ((await seeing.look(account, 'project', row.project))?.('read') ?? false),
        );
      const pageOf = (from: PortfolioRow | undefined, count: number) => ({ ...present({ after: from?.project ?? cursor }), limit: count });
      const { items, last } = then
        ? await then.some(await page((from, count) => then.past.portfolio(pageOf(from, count))))
        : await fromViews(views, account.tenant, after, (pool) =>
            page((from, count) => listPortfolio(pool, account.tenant, { ...present(filters), ...pageOf(from, count) })),
          );
      return { items: [...items], ...(last && { next: encodeCursor(last.project) }) };
    },
  );

  app.get(
    '/v1/projects/:id',
    {
      schema: {
        operationId: 'projects.read',
        tags: ['projects'],
        summary: 'A project: all that its page shows',
        params: Id,
        querystring: z.strictObject({ ...Times, after: After }),
        response: { 200: ProjectPage },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const { id } = request.params;
      await seeing.mayRead(account, 'project', id);
      const then = back(account, request.query);
      const page = then
        ? await then.past.projectPage(id)
        : await fromViews(views, account.tenant, request.query.after, (pool) => findProjectPage(pool, account.tenant, id));
      if (!page) throw then?.missing(`project "${id}"`) ?? new ProblemError('view-behind');
      const funder = await seeing.shareOf(account, id);
      return reply.header('etag', `"${page.version}"`).send(funder === undefined ? page : ownShareOf(funder, page));
    },
  );

  app.get(
    '/v1/projects/:id/timeline',
    {
      schema: {
        operationId: 'projects.timeline',
        tags: ['projects'],
        summary: 'A project’s timeline: its decisions, oldest first',
        params: Id,
        querystring: z.strictObject({ ...Times, after: After, limit: Limit, cursor: cursorOf(z.int().min(0)).optional() }),
        response: { 200: z.strictObject({ items: z.array(TimelineEntry), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { after, limit, cursor } = request.query;
      const allows = await seeing.mayRead(account, 'project', request.params.id);
      const then = back(account, request.query);
      const query = { stream: streamOf('project', request.params.id), limit, ...present({ after: cursor }), ...then?.asOf };
      const entries = await fromViews(views, account.tenant, after, (pool) => readJournal(pool, account.tenant, query));
      if (then && entries.length === 0 && cursor === undefined) throw then.missing(`project "${request.params.id}"`);
      const named = allows('read-actors');
      const items = entries.map((entry) => (named || entry.actor.id === account.actor.id ? entry : { ...entry, actor: { kind: entry.actor.kind } }));
      return { items, ...(entries.length === limit && { next: encodeCursor(entries.at(-1)?.position) }) };
    },
  );
}
