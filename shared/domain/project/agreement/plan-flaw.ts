import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Agreement } from './agreement.ts';
import type { PlannedTranche } from './payment-plan.ts';
import { asksMore, settledChanged } from './plan-changes.ts';

export const amendmentRefusals = ['beyond-commitment', 'payment-settled'] as const;

/** Why a plan cannot take the place of the one in force: a funder would be held to more, or a payment that was asked for or made would change. */
export function planFlaw(
  { plan, shares }: Pick<Agreement, 'plan' | 'shares'>,
  next: readonly PlannedTranche[],
  settled: readonly string[],
): Refusal<(typeof amendmentRefusals)[number]> | undefined {
  const payments = settledChanged(plan, next, settled);
  if (payments.length > 0) return refuse('payment-settled', { payments });
  const funders = asksMore(shares, next);
  return funders.length > 0 ? refuse('beyond-commitment', { funders }) : undefined;
}
