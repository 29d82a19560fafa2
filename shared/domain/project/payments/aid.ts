import { type Cents, splitByWeights } from '../../kernel/money.ts';
import { type Share, totalOf } from '../../programme/shares.ts';
import { sumOf } from '../funding/financing.ts';
import type { Project } from '../project.ts';
import type { Ledger } from './ledger.ts';
import type { RateOfAid } from './recovery/settlement.ts';

/** The rate of aid (taux d'intervention): what was awarded, of what the project was to cost then. An amendment changes amounts, not the rate. */
export function rateOfAid({ agreement, application, funding }: Pick<Project, 'agreement' | 'application' | 'funding'>): RateOfAid {
  const aid = funding.awarded ? totalOf(funding.awarded.shares) : (agreement?.amount ?? 0);
  const needs = funding.reductionAccepted?.needs ?? sumOf(application.content.budget?.needs ?? []);
  return { aid, cost: Math.max(aid, needs) };
}

/** The aid that retained expenditure brings, rounded down to the cent. */
export const aidOn = (retained: Cents, { aid, cost }: RateOfAid): Cents => (cost === 0 ? 0 : Number((BigInt(retained) * BigInt(aid)) / BigInt(cost)));

/** The aid of a phase by funder: what is due in all, what is still to pay and what has to come back. Only one of the last two is anything. */
export interface AidDue {
  readonly due: readonly Share[];
  readonly balance: readonly Share[];
  readonly back: readonly Share[];
}

/**
 * Works out the aid of a phase: its rate on what was retained, no more than planned, less corrections. What is still to pay is split by what each
 * funder has left of its plan, what has to come back by what was paid of it: so nobody is beyond its plan, and nothing returns that was not paid.
 */
export function aidDue(aid: Cents, { planned, corrected, held }: Ledger): AidDue {
  const left = planned.map(({ amount }, index) => Math.max(0, amount - (corrected[index]?.amount ?? 0) - (held[index]?.amount ?? 0)));
  const kept = totalOf(held);
  const whole = Math.max(0, Math.min(aid, totalOf(planned)) - totalOf(corrected));
  const toPay = splitByWeights(Math.max(0, whole - kept), left);
  const toReturn = splitByWeights(
    Math.max(0, kept - whole),
    held.map(({ amount }) => amount),
  );
  const each = (amountOf: (index: number) => number): Share[] => planned.map(({ funder }, index) => ({ funder, amount: amountOf(index) }));
  return {
    due: each((index) => (held[index]?.amount ?? 0) + (toPay[index] ?? 0) - (toReturn[index] ?? 0)),
    balance: each((index) => toPay[index] ?? 0),
    back: each((index) => toReturn[index] ?? 0),
  };
}
