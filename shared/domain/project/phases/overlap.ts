import type { Cents } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Phase } from '../../programme/policy.ts';
import { addShares, type ByFunder, type Share } from '../../programme/shares.ts';
import { ledgerOf } from '../payments/ledger.ts';
import type { Project } from '../project.ts';

/** A part of an amount in basis points, rounded up to the cent: so that a payment of that very part, split by largest remainder, fits. */
const partRoundedUp = (amount: Cents, part: number): Cents => Number((BigInt(amount) * BigInt(part) + 9_999n) / 10_000n);

/** Whether a payment goes beyond the part of the next phase’s money that an overlap commits, for any funder. */
export function beyondOverlap(state: Project, phase: Phase, shares: readonly Share[]): Refusal<'overlap-spent'> | undefined {
  const { overlap } = state.phases;
  if (overlap?.phase !== phase) return undefined;
  const { part } = overlap;
  const { planned, paid, underWay } = ledgerOf(state, phase);
  const drawn = [paid, underWay, shares].reduce<ByFunder>((sums, some) => addShares(sums, some), {});
  const beyond = planned.some(({ funder, amount }) => (drawn[funder] ?? 0) > partRoundedUp(amount, part));
  return beyond ? refuse('overlap-spent', { phase, part }) : undefined;
}
