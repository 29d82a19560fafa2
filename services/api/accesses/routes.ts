import { AccessEntry, type AccessJournal } from '@jalon/access-journal';
import { Instant } from '@jalon/domain';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf } from '../identity/gate.ts';
import { present } from '../reads/present.ts';
import { cursorOf, encodeCursor, Limit } from '../reads/query.ts';
import type { Seeing } from '../reads/seeing.ts';
import { failureOf } from '../reads/views.ts';

const Query = z.strictObject({
  who: z.string().max(200).optional().describe('The id of the reader.'),
  thing: z.string().max(200).optional().describe('The stream of a thing, such as project-insite.'),
  part: z.string().max(100).optional().describe('What was read, such as projects.reviews.'),
  from: Instant.optional().describe('From this instant on.'),
  until: Instant.optional().describe('Before this instant.'),
  limit: Limit,
  cursor: cursorOf(z.int().min(1)).optional(),
});

/** The access journal of the tenant. That it is read stands in it too. */
export function accessRoutes(instance: FastifyInstance, { journal, seeing }: { readonly journal: AccessJournal; readonly seeing: Seeing }): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/v1/access-journal',
    {
      schema: {
        operationId: 'access-journal.list',
        tags: ['journal'],
        summary: 'The access journal: who read what confidential thing, when',
        description:
          'One entry a reading, newest first: every one of an auditor, and of anybody what is above the public class. For auditors and administrators.',
        querystring: Query,
        response: { 200: z.strictObject({ items: z.array(AccessEntry), next: z.string().optional() }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      await seeing.mayReadJournal(account);
      const { cursor, limit, ...filters } = request.query;
      try {
        const items = await journal.read(account.tenant, { ...present(filters), ...present({ before: cursor }), limit });
        return { items: [...items], ...(items.length === limit && { next: encodeCursor(items.at(-1)?.number) }) };
      } catch (error) {
        throw failureOf(error);
      }
    },
  );
}
