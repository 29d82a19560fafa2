import { Cents, Currency, Phase, pendingPayments, Share, Text } from '@jalon/domain';
import { TrancheKind } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { After } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';
import { fromViews } from '../views.ts';
import { agreedProjects } from './projects-of.ts';

const Pending = z.strictObject({
  project: z.string(),
  title: Text,
  version: z.int().min(1).describe('Of the project, for `If-Match`.'),
  phase: Phase,
  kind: TrancheKind,
  amount: Cents,
  shares: z.array(Share),
  requestedAt: z.string(),
  awaits: z.enum(['release', 'approval', 'order', 'payment']),
  approvals: z.int().min(0),
  needed: z.int().min(0).max(2),
  rejectedAt: z.string().optional(),
  acted: z.array(z.string()).describe('Who acted on it so far: somebody else takes the next step.'),
});
type Pending = z.output<typeof Pending>;

/** Payments that wait for a second person. */
export function paymentReads({ app, seeing, views }: Reads): void {
  app.get(
    '/v1/programmes/:id/payments',
    {
      schema: {
        operationId: 'programmes.payments',
        tags: ['programmes'],
        summary: 'Payments that were asked for and have not gone out, with what each waits for, longest first',
        description: 'For those who run the programme, handle its money or audit it.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({ after: After }),
        response: { 200: z.strictObject({ programme: z.string(), currency: Currency, items: z.array(Pending) }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state: programme, load } = await seeing.open(account, aProgramme, id, 'read-due');
      const projects = await fromViews(views, account.tenant, request.query.after, (pool) => agreedProjects(pool, account.tenant, id, load));
      const items = projects.flatMap(({ row: { project, title, version }, state }) =>
        pendingPayments(state, programme).map(
          ({ shares, acted, ...pending }): Pending => ({ project, title, version, ...pending, shares: [...shares], acted: [...acted] }),
        ),
      );
      return {
        programme: id,
        currency: programme.identity.currency,
        items: items.toSorted((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt)),
      };
    },
  );
}
