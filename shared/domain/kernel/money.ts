import { z } from 'zod';

/** An amount in integer cents of its currency. */
export const Cents = z.int().min(0).max(1e13);
export type Cents = z.output<typeof Cents>;

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);

/** A share in basis points: 10,000 is the whole. */
export const BasisPoints = z.int().min(0).max(10_000);

/** A share of an amount, in basis points, rounded down to the cent. */
export const partOf = (amount: Cents, basisPoints: number): Cents => Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n);

/**
 * Splits an amount by weights so that the parts add up to it exactly: each gets its floor, the cents left over go to the largest remainders
 * (Hamilton's method), ties to the earlier part. Weights need not add up to anything; all zero gives all zero.
 */
export function splitByWeights(amount: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => Number(product / whole));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((product, index) => ({ index, remainder: product % whole }));
  byRemainder.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
