import { byFunder, Cents, Currency, call, Day, type Load, parseStream, Share, Text } from '@jalon/domain';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { ownShareOf } from '../project/own-share.ts';
import { After } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProgramme } from '../seeable.ts';
import { fromViews } from '../views.ts';
import { budgetByFunder, exposureOfAll, paidByCall } from './budget-sums.ts';
import { agreedProjects } from './projects-of.ts';

/** The money of one funder in a programme. */
const OfFunder = z.strictObject({
  funder: z.string(),
  name: Text.optional(),
  envelope: Cents.describe('Of all published calls.'),
  awarded: Cents.describe('Drawn from those envelopes by awards.'),
  remaining: z.int().describe('Envelope less awards: what can still be awarded.'),
  committed: Cents.describe('Committed by agreements (AE).'),
  conditional: Cents.describe('Agreed, but only if a gate opens the phase.'),
  ordered: Cents,
  paid: Cents.describe('Paid (CP).'),
  toOrder: z.int().describe('Committed less ordered (reste à mandater).'),
  years: z.array(z.strictObject({ year: z.int(), committed: Cents, conditional: Cents })).describe('When what is left is expected to be paid.'),
  eligibleUntil: Day.optional(),
  atRisk: Cents.describe('Unpaid and expected after the funder’s last day, or near it (dégagement d’office).'),
});

/** One line of the budget: a call. */
const Line = z.strictObject({
  call: z.string(),
  title: Text,
  stage: z.string(),
  envelope: z.array(Share),
  awarded: z.array(Share),
  paid: z.array(Share),
});

const Exposure = z.strictObject({
  exposed: Cents.describe('Committed and unpaid, in all.'),
  levels: z.array(z.strictObject({ level: z.int().min(1).max(9), amount: Cents })).describe('The same, by SRL that is not consolidated yet.'),
  consolidated: Cents,
});

const Budget = z.strictObject({
  programme: z.string(),
  currency: Currency,
  projects: z.int().min(0).describe('Projects with an agreement.'),
  funders: z.array(OfFunder),
  lines: z.array(Line),
  exposure: Exposure.optional().describe('For those who see every funder’s share.'),
});

/** The budget of a programme. */
export function budgetReads({ app, seeing, views, log }: Reads): void {
  app.get(
    '/v1/programmes/:id/budget',
    {
      schema: {
        operationId: 'programmes.budget',
        tags: ['programmes'],
        summary: 'The budget of a programme by funder and by call: envelope, awards, commitments, payments, forecast, exposure',
        description: 'Amounts are in cents, worked out for today from the log. A funder sees its own.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({ after: After }),
        response: { 200: Budget },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const { state: programme, load, at, allows } = await seeing.open(account, aProgramme, id, 'read-budget');
      const funder = allows('read-due') ? undefined : await seeing.funderFor(account, aProgramme, id);
      const [projects, calls] = await Promise.all([
        fromViews(views, account.tenant, request.query.after, (pool) => agreedProjects(pool, account.tenant, id, load)),
        callsOf(account.tenant, id, load),
      ]);
      const states = projects.map(({ state }) => state);
      const paid = paidByCall(states);
      const budget = {
        programme: id,
        currency: programme.identity.currency,
        projects: projects.length,
        funders: budgetByFunder(
          programme,
          calls.map(({ state }) => state),
          states,
          at,
        ),
        lines: calls.map(({ id: of, state: { terms, stage, committed } }) => ({
          call: of,
          title: terms.title,
          stage,
          envelope: [...byFunder(terms.envelope)],
          awarded: sharesOf(committed),
          paid: sharesOf(paid.get(of) ?? {}),
        })),
        ...(funder === undefined && { exposure: exposureOfAll(states) }),
      };
      return Budget.parse(funder === undefined ? budget : ownShareOf(funder, budget));
    },
  );

  /** The calls whose envelope is told to anybody, in order of id. */
  async function callsOf(tenant: string, programme: string, load: Load) {
    const ids = Object.keys(await log.streams(tenant, `${call.name}-`)).map((stream) => parseStream(stream).id);
    const all = await Promise.all(ids.sort().map(async (id) => ({ id, state: await load(call, id) })));
    return all.filter(({ state: { terms, stage } }) => terms.programme === programme && stage !== 'draft' && stage !== 'cancelled');
  }
}

const sharesOf = (amounts: Readonly<Record<string, number>>) =>
  Object.entries(amounts).map(([funder, amount]) => ({ funder, amount: Math.max(0, amount) }));
