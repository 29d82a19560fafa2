import { CallPage, CallRow, findCallPage, listCalls } from '@jalon/read-models';
import { z } from 'zod';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { present } from './present.ts';
import { After, cursorOf, encodeCursor, Limit, Times } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';
import { matches, type RowsAfter, visiblePage } from './visible-page.ts';

const Id = z.object({ id: z.string() });
const Ranking = z.strictObject({ call: z.string(), version: z.int(), selection: CallPage.shape.selection.unwrap() });

/** The board of calls, a call, and the ranking that its selection concluded on. */
export function callReads({ app, views, seeing, back }: Reads): void {
  app.get(
    '/v1/calls',
    {
      schema: {
        operationId: 'calls.list',
        tags: ['calls'],
        summary: 'The calls that you may see; published ones are for everybody',
        querystring: z.strictObject({
          programme: z.string().optional(),
          stage: z.string().optional(),
          ...Times,
          after: After,
          limit: Limit,
          cursor: cursorOf(z.string()).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(CallRow), next: z.string().optional() }).describe('A page, in order of id.') },
      },
    },
    async (request) => {
      const { after, limit, cursor, asOf, knownAt, ...filters } = request.query;
      const account = accountOf(request);
      const then = back(account, { asOf, knownAt });
      const page = (rowsAfter: RowsAfter<CallRow>) =>
        visiblePage(limit, rowsAfter, async (row) => matches(row, filters) && ((await seeing.look(account, 'call', row.call))?.('read') ?? false));
      const pageOf = (from: CallRow | undefined, count: number) => ({ ...present({ after: from?.call ?? cursor }), limit: count });
      const { items, last } = then
        ? await then.some(await page((from, count) => then.past.calls(pageOf(from, count))))
        : await fromViews(views, account.tenant, after, (pool) =>
            page((from, count) => listCalls(pool, account.tenant, { ...present(filters), ...pageOf(from, count) })),
          );
      return { items: [...items], ...(last && { next: encodeCursor(last.call) }) };
    },
  );

  app.get(
    '/v1/calls/:id',
    {
      schema: {
        operationId: 'calls.read',
        tags: ['calls'],
        summary: 'A call: its terms, where it stands, its envelope',
        params: Id,
        querystring: z.strictObject({ ...Times, after: After }),
        response: { 200: CallRow },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      await seeing.mayRead(account, 'call', request.params.id);
      const { selection: _, ...call } = await callPageOf(account, request.params.id, request.query);
      return reply.header('etag', `"${call.version}"`).send(call);
    },
  );

  app.get(
    '/v1/calls/:id/ranking',
    {
      schema: {
        operationId: 'calls.ranking',
        tags: ['calls'],
        summary: 'The ranking of a call, with the arithmetic behind each place',
        description: 'For those who decided on it, fund it, pay it or audit it. 404 until the selection is concluded.',
        params: Id,
        querystring: z.strictObject({ ...Times, after: After }),
        response: { 200: Ranking },
      },
    },
    async (request) => {
      const account = accountOf(request);
      await seeing.mayRead(account, 'call', request.params.id, 'read-ranking');
      const { call, version, selection } = await callPageOf(account, request.params.id, request.query);
      if (!selection) throw new ProblemError('thing-unknown', { thing: `ranking of call "${call}"` });
      return { call, version, selection };
    },
  );

  async function callPageOf(
    account: Account,
    id: string,
    { after, ...times }: Times & { after: Readonly<Record<string, number>> },
  ): Promise<CallPage> {
    const then = back(account, times);
    const page = then
      ? await then.past.callPage(id)
      : await fromViews(views, account.tenant, after, (pool) => findCallPage(pool, account.tenant, id));
    if (!page) throw then?.missing(`call "${id}"`) ?? new ProblemError('view-behind');
    return page;
  }
}
