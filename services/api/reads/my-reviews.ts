import { Cents, Currency, type Project, Text } from '@jalon/domain';
import { listPortfolio, type PortfolioRow } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../identity/gate.ts';
import { present } from './present.ts';
import { After } from './query.ts';
import type { Reads } from './reads.ts';
import { aProject } from './seeable.ts';
import { fromViews } from './views.ts';
import { visiblePage } from './visible-page.ts';

/** An application whose review was asked of whoever reads this. */
const AskedReview = z.strictObject({
  project: z.string(),
  title: Text,
  organisation: z.string().optional(),
  call: z.string().optional(),
  callTitle: Text.optional(),
  requested: Cents.optional(),
  currency: Currency,
  dueOn: z.string(),
  submittedAt: z.string().optional(),
});

/** More than one person reviews at a time. */
const MOST = 200;

/** The reviews asked of whoever reads, while their applications are in review. */
export function myReviewReads({ app, views, seeing }: Reads): void {
  app.get(
    '/v1/my-reviews',
    {
      schema: {
        operationId: 'my-reviews.list',
        tags: ['my-work'],
        summary: 'The applications in review that were assigned to you, the earliest due first',
        querystring: z.strictObject({ after: After }),
        response: { 200: z.strictObject({ items: z.array(AskedReview) }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { items } = await fromViews(views, account.tenant, request.query.after, (pool) =>
        visiblePage<PortfolioRow>(
          MOST,
          (from, limit) => listPortfolio(pool, account.tenant, { stage: 'in-review', limit, ...(from && { after: from.project }) }),
          async ({ project }) => (await seeing.look(account, 'project', project))?.('submit-review') ?? false,
        ),
      );
      const asked = await Promise.all(
        items.map(async (row) => {
          const { state } = await seeing.open(account, aProject, row.project);
          return askedOf(row, state.reviews[account.actor.id]);
        }),
      );
      return { items: asked.flat().toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) };
    },
  );
}

function askedOf(row: PortfolioRow, review: Project['reviews'][string] | undefined): z.output<typeof AskedReview>[] {
  const { project, title, organisation, call, callTitle, requested, currency } = row;
  if (!review?.assigned) return [];
  const { assigned, submitted } = review;
  return [
    {
      project,
      title,
      currency,
      dueOn: assigned.dueOn,
      ...present({ organisation, call, callTitle, requested }),
      ...(submitted && { submittedAt: submitted.at }),
    },
  ];
}
