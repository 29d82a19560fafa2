import { Currency, Funder, type Programme, parseStream, policyInForce, programme, Text } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';

const Row = z.strictObject({
  programme: z.string(),
  version: z.int().min(1),
  name: Text,
  demonstration: z.boolean(),
  timeZone: z.string(),
  currency: Currency,
  policyVersion: z.int().min(0).describe('Of the policy in force today; 0 is the defaults, before any was adopted.'),
});

const Page = Row.extend({
  funders: z.array(Funder.omit({ notify: true })).describe('Where they are told of decisions is read by itself, at /v1/programmes/{id}/funders.'),
  expertise: z.record(z.string(), z.array(z.string())).optional().describe('What each person said that they know. For administrators and auditors.'),
});

/** Programmes, and what makes one. */
export function programmeReads({ app, seeing, log }: Reads): void {
  app.get(
    '/v1/programmes',
    {
      schema: {
        operationId: 'programmes.list',
        tags: ['programmes'],
        summary: 'The programmes that you may see',
        response: { 200: z.strictObject({ items: z.array(Row) }) },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const ids = Object.keys(await log.streams(account.tenant, `${programme.name}-`)).map((stream) => parseStream(stream).id);
      const seen = await Promise.all(ids.sort().map(async (id) => ({ id, allows: await seeing.look(account, programme.name, id) })));
      const mine = seen.filter(({ allows }) => allows?.('read'));
      return { items: await Promise.all(mine.map(async ({ id }) => rowOf(id, await seeing.open(account, aProgramme, id)))) };
    },
  );

  app.get(
    '/v1/programmes/:id',
    {
      schema: {
        operationId: 'programmes.read',
        tags: ['programmes'],
        summary: 'A programme: its funders and, for those who run or check it, what people know',
        params: z.object({ id: z.string() }),
        response: { 200: Page },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const account = accountOf(request);
      const opened = await seeing.open(account, aProgramme, id);
      const { state, allows } = opened;
      const all = allows('read-people');
      const funders = Object.values(state.funders).map(({ notify: _, ...funder }) => funder);
      return reply.header('etag', `"${opened.version}"`).send({ ...rowOf(id, opened), funders, ...(all && { expertise: topicsOf(state) }) });
    },
  );
}

interface Opened {
  readonly state: Programme;
  readonly version: number;
  readonly at: string;
}

const rowOf = (id: string, { state, version, at }: Opened): z.output<typeof Row> => {
  const { name, demonstration, timeZone, currency } = state.identity;
  return { programme: id, version, name, demonstration, timeZone, currency, policyVersion: policyInForce(state, at).policyVersion };
};

const topicsOf = ({ expertise }: Programme) => Object.fromEntries(Object.entries(expertise).map(([person, topics]) => [person, [...topics]]));
