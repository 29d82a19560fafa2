import type { Cents } from '../../kernel/money.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { addShares, type ByFunder, type Share, totalOf } from '../../programme/shares.ts';
import type { TrancheKind } from '../agreement/payment-plan.ts';
import { trancheName } from '../funding/tranches.ts';
import type { Project } from '../project.ts';

/** What money of a phase did so far, by funder, in cents. */
export interface Ledger {
  /** What the agreement foresees. */
  readonly planned: readonly Share[];
  /** What went out, and what is requested and has not gone out yet. */
  readonly paid: readonly Share[];
  readonly underWay: readonly Share[];
  /** What corrections took off the aid. */
  readonly corrected: readonly Share[];
  /** What the holder keeps of what was paid: less what has to come back. */
  readonly held: readonly Share[];
}

type Books = Pick<Project, 'agreement' | 'tranches' | 'payments' | 'recoveries' | 'corrections'>;

/** Amounts as shares, in the order of the funders given. */
const inOrder = (funders: readonly string[], amounts: ByFunder): Share[] => funders.map((funder) => ({ funder, amount: amounts[funder] ?? 0 }));
const added = (all: readonly (readonly Share[])[]): ByFunder => all.reduce<ByFunder>((sums, shares) => addShares(sums, shares), {});

/** What the agreement foresees for a phase, by funder. */
export const plannedFor = ({ agreement }: Pick<Project, 'agreement'>, phase: Phase): ByFunder =>
  added((agreement?.plan ?? []).filter((planned) => planned.phase === phase).map(({ shares }) => shares));

/** The payments of a phase that were requested and have not gone out. */
const requestedIn = ({ agreement, tranches }: Books, phase: Phase): (readonly Share[])[] =>
  (agreement?.plan ?? [])
    .filter((planned) => planned.phase === phase)
    .flatMap(({ kind }) => {
      const { requested, released } = tranches[trancheName(phase, kind)] ?? {};
      return requested && !released ? [requested.shares] : [];
    });

/** The books of a phase. */
export function ledgerOf(books: Books, phase: Phase): Ledger {
  const planned = plannedFor(books, phase);
  const paid = books.payments.paid[phase] ?? {};
  const recovered = added(Object.values(books.recoveries).flatMap((recovery) => (recovery.phase === phase ? [recovery.shares] : [])));
  const corrected = added(books.corrections.flatMap((correction) => (correction.phase === phase ? [correction.shares] : [])));
  const funders = [...new Set([...Object.keys(planned), ...Object.keys(paid)])];
  const held = Object.fromEntries(funders.map((funder) => [funder, Math.max(0, (paid[funder] ?? 0) - (recovered[funder] ?? 0))]));
  return {
    planned: inOrder(funders, planned),
    paid: inOrder(funders, paid),
    underWay: inOrder(funders, added(requestedIn(books, phase))),
    corrected: inOrder(funders, corrected),
    held: inOrder(funders, held),
  };
}

/** What corrections still have to take off payments to come of a phase, by funder. */
export function toSetOff({ corrections, tranches }: Pick<Project, 'corrections' | 'tranches'>, phase: Phase): ByFunder {
  const decided = corrections.filter((correction) => correction.phase === phase && correction.mode === 'set-off');
  const taken = Object.entries(tranches).flatMap(([name, { requested }]) => (name.startsWith(`${phase}-`) && requested ? [requested.setOff] : []));
  return taken.reduce<ByFunder>((sums, shares) => addShares(sums, shares, -1), added(decided.map(({ shares }) => shares)));
}

/** A planned payment, with what corrections take off it. */
export function lessSetOff(planned: readonly Share[], owed: ByFunder): { readonly shares: Share[]; readonly setOff: Share[] } {
  const setOff = planned.map(({ funder, amount }) => ({ funder, amount: Math.min(amount, Math.max(0, owed[funder] ?? 0)) }));
  return { shares: planned.map(({ funder, amount }, index) => ({ funder, amount: amount - (setOff[index]?.amount ?? 0) })), setOff };
}

/** Whether a payment of a phase waits: requested and not gone out. */
export const isUnderWay = (books: Books, phase: Phase): boolean => requestedIn(books, phase).length > 0;

/** What the agreement foresees for one payment; nothing where it does not foresee it. */
export const plannedShares = ({ agreement }: Pick<Project, 'agreement'>, phase: Phase, kind: TrancheKind): readonly Share[] =>
  agreement?.plan.find((planned) => planned.phase === phase && planned.kind === kind)?.shares ?? [];

/** Whether a payment would take a funder beyond what the agreement foresees for the phase. */
export function isBeyond(books: Books, phase: Phase, shares: readonly Share[]): boolean {
  const planned = plannedFor(books, phase);
  const paid = books.payments.paid[phase] ?? {};
  return shares.some(({ funder, amount }) => (paid[funder] ?? 0) + amount > (planned[funder] ?? 0));
}

/** The phases to which the agreement gives money, in their order. */
export const fundedPhases = (books: Pick<Project, 'agreement'>): Phase[] =>
  Phase.options.filter((phase) => Object.values(plannedFor(books, phase)).some((amount: Cents) => amount > 0));

export const isNothing = (shares: readonly Share[]): boolean => totalOf(shares) === 0;
