import { Text } from '@jalon/domain';
import { deliveryHealth, listDeliveries } from '@jalon/event-bus';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { cursorOf, encodeCursor, Limit } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';
import { fromViews } from '../views.ts';

const State = z
  .enum(['pending', 'sent', 'failed', 'stopped'])
  .describe('`pending` until it is sent; `failed` when it was given up after all tries; `stopped` when the receiver wants no more.');
const Channel = z.enum(['email', 'webhook']);
const Attempt = z.strictObject({ at: z.string(), outcome: z.string().describe('What the receiver answered, or why it was not reached.') });
const Count = z.int().min(0);

const Way = z.strictObject({
  funder: z.string(),
  name: Text,
  channel: Channel,
  webhook: z.string().optional().describe('The address of a webhook; a mail’s is personal and stands with the funders.'),
  counts: z.strictObject({ pending: Count, sent: Count, failed: Count, stopped: Count }),
  latest: State.describe('What became of the newest.'),
  lastSent: z.string().optional(),
  lastFailure: Attempt.optional().describe('The last attempt that did not go through.'),
});
const Delivery = z.strictObject({
  id: z.int().min(1),
  funder: z.string(),
  channel: Channel,
  decision: z.string(),
  stream: z.string(),
  decidedAt: z.string(),
  says: z.strictObject({ fr: z.string(), en: z.string() }),
  state: State,
  attempts: Count,
  next: z.string().optional().describe('When it is tried next.'),
  last: Attempt.optional(),
});

/** What the funders of a programme are told of decisions, and how that fares: for whoever may set where they are told. */
export function deliveryReads({ app, views, seeing }: Reads): void {
  app.get(
    '/v1/programmes/:id/deliveries',
    {
      schema: {
        operationId: 'programmes.deliveries',
        tags: ['programmes'],
        summary: 'What the funders were told by mail and by webhook, how each way fares, and what could not be delivered, newest first',
        description:
          'For whoever may set the terms of a funder. The notifier tries again for four and a half days; what is then undelivered has failed.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({
          funder: z.string().optional(),
          state: State.optional(),
          limit: Limit,
          cursor: cursorOf(z.int().min(1)).optional(),
        }),
        response: {
          200: z.strictObject({ programme: z.string(), ways: z.array(Way), items: z.array(Delivery), next: z.string().optional() }),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { funder, state: only, limit, cursor } = request.query;
      const { tenant } = accountOf(request);
      const { state } = await seeing.open(accountOf(request), aProgramme, id, 'set-funder-terms');
      return fromViews(views, tenant, {}, async (pool) => {
        const health = await deliveryHealth(pool, tenant, id);
        const ways = health.map((way) => {
          const known = state.funders[way.funder];
          const webhook = way.channel === 'webhook' ? known?.notify.webhook : undefined;
          return { ...way, name: known?.name ?? { fr: way.funder, en: way.funder }, ...(webhook !== undefined && { webhook }) };
        });
        const items = await listDeliveries(pool, tenant, id, { funder, state: only, before: cursor, limit });
        const next = items.length === limit ? items.at(-1)?.id : undefined;
        return { programme: id, ways, items: [...items], ...(next !== undefined && { next: encodeCursor(next) }) };
      });
    },
  );
}
