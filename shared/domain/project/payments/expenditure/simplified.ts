import { z } from 'zod';
import { ThingId } from '../../../kernel/actor.ts';
import { ContentHash } from '../../../kernel/attachment.ts';
import { BasisPoints, partOf } from '../../../kernel/money.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Policy } from '../../../programme/policy.ts';
import type { ExpenditureLine } from './expenditure.ts';

/** Simplified costs (options de coûts simplifiés): a flat rate on direct staff costs, units, lump sums; what each is worth is the policy's. */
export const Simplified = z.strictObject({
  rate: BasisPoints.min(1).optional(),
  units: z
    .array(z.strictObject({ unit: ThingId, count: z.int().min(1).max(1_000_000), piece: ContentHash }))
    .max(100)
    .default([]),
  lumpSums: z
    .array(z.strictObject({ lumpSum: ThingId, piece: ContentHash }))
    .max(100)
    .default([]),
});
export type Simplified = Readonly<z.output<typeof Simplified>>;

type Unnumbered = Omit<ExpenditureLine, 'line'>;

/** The lines that simplified costs come to, beside these real ones; refused where the policy does not allow them, or covers the same cost twice. */
export function simplifiedLines(
  { rate, units, lumpSums }: Simplified,
  real: readonly Unnumbered[],
  { flatRates, unitCosts, lumpSums: sums }: Policy['payments'],
): Unnumbered[] | Refusal<'simplified-cost-not-allowed' | 'covered-by-flat-rate'> {
  const flat = flatRates.find((allowed) => allowed.rate === rate);
  if (rate !== undefined && !flat) return refuse('simplified-cost-not-allowed', { cost: `${rate / 100} %` });
  const unknown =
    units.find(({ unit }) => unitCosts[unit] === undefined)?.unit ?? lumpSums.find((asked) => sums[asked.lumpSum] === undefined)?.lumpSum;
  if (unknown !== undefined) return refuse('simplified-cost-not-allowed', { cost: unknown });
  const beside = units.length + lumpSums.length + real.filter(({ category }) => category === 'other').length;
  if (flat?.covers === 'all-other-costs' && beside > 0) return refuse('covered-by-flat-rate', { rate: flat.rate / 100 });

  const staff = real.filter(({ category }) => category === 'direct-staff').reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...units.map(
      ({ unit, count, piece }): Unnumbered => ({
        item: unit,
        basis: 'unit-cost',
        category: 'other',
        amount: (unitCosts[unit] ?? 0) * count,
        units: count,
        piece,
      }),
    ),
    ...lumpSums.map(({ lumpSum, piece }): Unnumbered => ({ item: lumpSum, basis: 'lump-sum', category: 'other', amount: sums[lumpSum] ?? 0, piece })),
    ...(flat ? [{ item: flat.covers, basis: 'flat-rate', category: 'other', amount: partOf(staff, flat.rate), rate: flat.rate } as const] : []),
  ];
}
