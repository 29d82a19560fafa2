import { type Between, Differences, differencesOf, Switch, Touched, thingsOfProgramme, touchedOf } from '@jalon/read-models';
import type { Clock } from '@jalon/runtime';
import { z } from 'zod';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { notInTheFuture } from './looking-back.ts';
import { PastInstant } from './query.ts';
import type { Reads } from './reads.ts';
import { fromViews } from './views.ts';

const Query = z.strictObject({
  from: PastInstant.describe('The earlier instant, or the end of a day (UTC).'),
  to: PastInstant.optional().describe('The later instant, or the end of a day (UTC). Without it: now.'),
  by: Switch.default('took-effect').describe('Which of its two times places a decision: when it took effect, or when it was recorded.'),
});
const description =
  'Decision by decision, with who, why, under which rule and which version of the policy; and each field of the page that is not the same. A thing that was not there at the earlier instant is told from nothing.';

/** Who may see why each decision on a thing was taken, and by whom. */
const actions: Readonly<Record<string, readonly string[]>> = {
  project: ['read-actors', 'read-reviews'],
  call: ['read-questions'],
  programme: ['read-policy-drafts'],
};

/** What changed between two instants, on a project, on a call and in a programme. */
export function differenceReads({ app, views, seeing, log, states }: Reads, clock: Clock): void {
  for (const kind of ['project', 'call'] as const) {
    app.get(
      `/v1/${kind}s/:id/differences`,
      {
        schema: {
          operationId: `${kind}s.differences`,
          tags: [`${kind}s`],
          summary: `What changed on a ${kind} between two instants`,
          description: `For administrators and auditors${kind === 'project' ? ', and the committee' : ''}. ${description}`,
          params: z.object({ id: z.string() }),
          querystring: Query,
          response: { 200: Differences },
        },
      },
      (request) => between(accountOf(request), kind, request.params.id, request.query),
    );
  }

  app.get(
    '/v1/programmes/:id/differences',
    {
      schema: {
        operationId: 'programmes.differences',
        tags: ['programmes'],
        summary: 'What changed in a programme between two instants, and on which of its calls and projects something was decided',
        description: `For administrators and auditors. ${description} Ask each call and project for its own.`,
        params: z.object({ id: z.string() }),
        querystring: Query,
        response: { 200: Differences.extend({ touched: z.array(Touched).describe('Its calls and projects, those with the most decisions first.') }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { id } = request.params;
      const changed = await between(account, 'programme', id, request.query);
      const titles = await fromViews(views, account.tenant, {}, (pool) => thingsOfProgramme(pool, account.tenant, id));
      const touched = await touchedOf(log, account.tenant, [...titles.keys()], changed);
      return { ...changed, touched: touched.map((one) => ({ ...one, title: titles.get(one.stream) })) };
    },
  );

  async function between(account: Account, kind: string, id: string, query: z.output<typeof Query>): Promise<Differences> {
    for (const action of actions[kind] ?? []) await seeing.mayRead(account, kind, id, action);
    const range = rangeOf(query, clock());
    const changed = await differencesOf(log, states, account.tenant, { kind, id }, range);
    if (!changed) throw new ProblemError('nothing-then', { thing: `${kind} "${id}"`, instant: range.to }, { field: 'to' });
    return changed;
  }
}

function rangeOf({ from: earlier, to: later, by }: z.output<typeof Query>, now: Date): Between {
  const from = notInTheFuture('from', earlier, now);
  const to = later === undefined ? now.toISOString() : notInTheFuture('to', later, now);
  if (from > to) throw new ProblemError('instants-reversed', { from, to }, { field: 'to' });
  return { from, to, by };
}
