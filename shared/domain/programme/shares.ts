import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { Cents, splitByWeights } from '../kernel/money.ts';

/** What one funder bears of an amount. */
export const Share = z.strictObject({ funder: ThingId, amount: Cents });
export type Share = Readonly<z.output<typeof Share>>;

/** What funders bear of an amount, together. */
export const totalOf = (shares: readonly Share[]): Cents => shares.reduce((sum, { amount }) => sum + amount, 0);

/** An amount split among funders in the proportions of an envelope; the shares add up to it to the cent. */
export function shareOut(amount: Cents, envelope: readonly Share[]): Share[] {
  const parts = splitByWeights(
    amount,
    envelope.map((share) => share.amount),
  );
  return envelope.map(({ funder }, index) => ({ funder, amount: parts[index]! }));
}

/** Amounts by funder. */
export type ByFunder = Readonly<Record<string, Cents>>;

/** Amounts by funder, with shares added (`sign` 1) or taken away (`sign` -1). */
export function addShares(all: ByFunder, shares: readonly Share[], sign: 1 | -1 = 1): ByFunder {
  const sums: Record<string, Cents> = { ...all };
  for (const { funder, amount } of shares) sums[funder] = (sums[funder] ?? 0) + sign * amount;
  return sums;
}
