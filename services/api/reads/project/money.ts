import { Cents, Currency, deCommitmentRisk, expectedPayments, exposureOf, forecastOf, owedOn, Phase, Share } from '@jalon/domain';
import { PlannedTranche, TrancheKind } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { Times } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { ownShareOf } from './own-share.ts';

/** The money of one phase: conditional until a gate opens it. */
const PhaseMoney = z.strictObject({
  phase: Phase,
  standing: z.enum(['conditional', 'committed', 'settled']),
  planned: Cents,
  paid: Cents,
  unpaid: z.array(Share),
});

const Expected = z.strictObject({ phase: Phase, kind: TrancheKind, expectedOn: z.string(), conditional: z.boolean(), shares: z.array(Share) });

/** One funder: commitment (AE), what was ordered and paid of it (CP), what is left to order (reste à mandater), and the years in which it is expected. */
const Forecast = z.strictObject({
  funder: z.string(),
  committed: Cents,
  conditional: Cents,
  ordered: Cents,
  paid: Cents,
  toOrder: z.int(),
  years: z.array(z.strictObject({ year: z.int(), committed: Cents, conditional: Cents })),
});

const Money = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  currency: Currency,
  /** What the agreement in force foresees, payment by payment, and what each funder is held to. */
  agreement: z.strictObject({ amount: Cents, shares: z.array(Share), plan: z.array(PlannedTranche) }).optional(),
  /** What went out, by phase and funder. */
  paid: z.array(z.strictObject({ phase: Phase, shares: z.array(Share) })),
  phases: z.array(PhaseMoney),
  recoveries: z.array(z.strictObject({ recovery: z.int(), phase: Phase, shares: z.array(Share), owed: z.array(Share) })),
  expected: z.array(Expected),
  exposure: z
    .strictObject({
      exposed: Cents.describe('Committed and unpaid, in all.'),
      levels: z.array(z.strictObject({ level: z.int().min(1).max(9), amount: Cents })).describe('The same, by SRL that is not consolidated yet.'),
      consolidated: Cents.describe('What is left in phases whose levels are all consolidated.'),
    })
    .optional()
    .describe('For those who pay or check.'),
  forecast: z.array(Forecast).optional().describe('For those who pay or check.'),
  deCommitment: z
    .array(z.strictObject({ funder: z.string(), until: z.string(), unpaid: Cents, late: Cents }))
    .optional()
    .describe('Money that a funder may lose, because its last day is near (dégagement d’office). For those who pay or check.'),
});

const isPhaseName = (name: string): name is z.output<typeof Phase> => Phase.safeParse(name).success;

/** The money of a project. */
export function moneyReads({ app, seeing, back }: Reads): void {
  app.get(
    '/v1/projects/:id/money',
    {
      schema: {
        operationId: 'projects.money',
        tags: ['projects'],
        summary: 'The money of a project: foreseen, paid, expected, and what funders are exposed to',
        description:
          'Amounts are in cents, by funder; a funder sees its own. Worked out from the log, for today or for the instant asked for. Empty before an agreement is signed.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject(Times),
        response: { 200: Money },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const now = await seeing.open(account, aProject, id, 'read-money');
      const { state, version, known, allows, at } = (await back(account, request.query)?.opened(account, aProject, id, now)) ?? now;
      const funder = await seeing.shareOf(account, id);
      const { programme } = known;
      const { phases, ...exposure } = exposureOf(state);
      const { agreement, payments, recoveries } = state;
      const paid = Object.entries(payments.paid).flatMap(([phase, of]) => (isPhaseName(phase) ? [{ phase, shares: sharesOf(of) }] : []));
      const money = Money.parse({
        project: id,
        version,
        currency: programme.identity.currency,
        ...(agreement && { agreement: { amount: agreement.amount, shares: agreement.shares, plan: agreement.plan } }),
        paid,
        phases,
        recoveries: Object.entries(recoveries).map(([recovery, claim]) => ({
          recovery: Number(recovery),
          phase: claim.phase,
          shares: claim.shares,
          owed: owedOn(claim),
        })),
        expected: expectedPayments(state, programme, at),
        ...(allows('read-exposure') && {
          ...(funder === undefined && { exposure }),
          forecast: forecastOf(state, programme, at),
          deCommitment: deCommitmentRisk(state, programme, at),
        }),
      });
      return funder === undefined ? money : ownShareOf(funder, money);
    },
  );
}

const sharesOf = (byFunder: Readonly<Record<string, number>>) => Object.entries(byFunder).map(([funder, amount]) => ({ funder, amount }));
