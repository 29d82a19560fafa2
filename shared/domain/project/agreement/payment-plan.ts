import { z } from 'zod';
import { splitByWeights } from '../../kernel/money.ts';
import { Phase, type Policy } from '../../programme/policy.ts';
import { addShares, type ByFunder, Share } from '../../programme/shares.ts';

/** The payments of a phase, in their order: advance (avance), instalment (acompte), balance (solde); and what an amendment adds to consolidate after them. */
export const TrancheKind = z.enum(['advance', 'instalment', 'balance', 'consolidation']);
export type TrancheKind = z.output<typeof TrancheKind>;

/** One payment that an agreement foresees, by funder, in cents. */
export const PlannedTranche = z.strictObject({ phase: Phase, kind: TrancheKind, shares: z.array(Share).min(1) });
export type PlannedTranche = Readonly<z.output<typeof PlannedTranche>>;

/** The payments that the policy foresees in each phase. */
const kinds = ['advance', 'instalment', 'balance'] as const;

/** What a plan adds up to for each funder, in the order in which they come. */
export const amountsOf = (plan: readonly PlannedTranche[]): Share[] =>
  Object.entries(plan.reduce<ByFunder>((sums, { shares }) => addShares(sums, shares), {})).map(([funder, amount]) => ({ funder, amount }));

/**
 * Splits an award into the payments of its phases. Each funder's share is split by itself, first by phase and then by payment, so that the
 * payments add up to the cent for every funder and for the whole.
 */
export function paymentPlan(award: readonly Share[], { phaseShares, tranches }: Pick<Policy, 'phaseShares' | 'tranches'>): PlannedTranche[] {
  const phases = Phase.options;
  const byFunder = award.map(({ funder, amount }) => {
    const ofPhases = splitByWeights(
      amount,
      phases.map((phase) => phaseShares[phase]),
    );
    const ofKinds = ofPhases.map((part) =>
      splitByWeights(
        part,
        kinds.map((kind) => tranches[kind]),
      ),
    );
    return { funder, amounts: ofKinds };
  });
  return phases.flatMap((phase, p) =>
    kinds.map((kind, k) => ({ phase, kind, shares: byFunder.map(({ funder, amounts }) => ({ funder, amount: amounts[p]![k]! })) })),
  );
}
