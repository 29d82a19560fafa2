import { Cents, Currency, Phase, Text } from '@jalon/domain';
import { findProjectPage, listPortfolio, type PortfolioRow, ProjectPage } from '@jalon/read-models';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { present } from '../present.ts';
import { After, cursorOf, encodeCursor } from '../query.ts';
import type { Reads } from '../reads.ts';
import { fromViews } from '../views.ts';
import { visiblePage } from '../visible-page.ts';

/** A project with the share of the funder that asks. Amounts are in cents. */
const CoFunded = z.strictObject({
  project: z.string(),
  title: Text,
  organisation: z.string().optional(),
  call: z.string().optional(),
  callTitle: Text.optional(),
  stage: z.string(),
  phase: Phase.optional(),
  currency: Currency,
  asked: Cents.describe('What the funder is asked for.'),
  decided: z.enum(['granted', 'declined']).optional().describe('Absent while its decision is awaited.'),
  granted: Cents,
  paid: Cents,
  srl: ProjectPage.shape.srl,
  trajectory: ProjectPage.shape.trajectory,
  lastDecisionAt: z.string(),
});
type CoFunded = z.output<typeof CoFunded>;

/** What a funder co-funds. */
export function coFundedReads({ app, views, seeing }: Reads): void {
  app.get(
    '/v1/co-funded',
    {
      schema: {
        operationId: 'co-funded.list',
        tags: ['funders'],
        summary: 'The projects that your funder is asked to fund or funds, with its share to the cent and their SRL trajectory',
        description: 'For whoever speaks for a funder; empty for everybody else.',
        querystring: z.strictObject({
          after: After,
          limit: z.coerce.number('has to be a number').int().min(1).max(200).default(50),
          cursor: cursorOf(z.string()).optional(),
        }),
        response: { 200: z.strictObject({ items: z.array(CoFunded), next: z.string().optional() }).describe('A page, in order of id.') },
      },
    },
    async (request) => {
      const { after, limit, cursor } = request.query;
      const account = accountOf(request);
      return fromViews(views, account.tenant, after, async (pool) => {
        const { items, last } = await visiblePage<PortfolioRow>(
          limit,
          (from, count) => listPortfolio(pool, account.tenant, { ...present({ after: from?.project ?? cursor }), limit: count }),
          async ({ project }) => (await seeing.look(account, 'project', project))?.('read') ?? false,
        );
        const shares = await Promise.all(
          items.map(async ({ project }) => {
            const funder = await seeing.shareOf(account, project);
            const page = funder === undefined ? undefined : await findProjectPage(pool, account.tenant, project);
            return page && funder !== undefined ? shareOf(funder, page) : undefined;
          }),
        );
        return { items: shares.filter((share) => share !== undefined), ...(last && { next: encodeCursor(last.project) }) };
      });
    },
  );
}

/** What a project is to one of its funders; undefined where it is asked for nothing. */
function shareOf(funder: string, page: ProjectPage): CoFunded | undefined {
  const own = page.funding.find((share) => share.funder === funder);
  if (!own) return undefined;
  const released = page.payments.filter(({ standing }) => standing === 'released').flatMap(({ shares }) => shares);
  const { project, title, stage, currency, trajectory, lastDecisionAt } = page;
  return {
    project,
    title,
    ...present({
      organisation: page.organisation,
      call: page.call,
      callTitle: page.callTitle,
      phase: page.phase,
      srl: page.srl,
      decided: own.decided,
    }),
    stage,
    currency,
    asked: own.amount,
    granted: own.granted ?? 0,
    paid: released.filter((share) => share.funder === funder).reduce((sum, { amount }) => sum + amount, 0),
    trajectory,
    lastDecisionAt,
  };
}
