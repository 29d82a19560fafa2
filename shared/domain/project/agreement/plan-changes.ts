import { type Cents, partOf, splitByWeights } from '../../kernel/money.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { addShares, type Share, totalOf } from '../../programme/shares.ts';
import { trancheName } from '../funding/tranches.ts';
import type { Project } from '../project.ts';
import { amountsOf, type PlannedTranche } from './payment-plan.ts';

type Plan = readonly PlannedTranche[];

/** The names of payments that were asked for or made: no amendment changes them, so that work done stays paid. */
export const settledIn = ({ tranches }: Pick<Project, 'tranches'>): readonly string[] =>
  Object.entries(tranches)
    .filter(([, { requested, released }]) => requested || released)
    .map(([name]) => name);

const nameOf = ({ phase, kind }: PlannedTranche): string => trancheName(phase, kind);
const of = (shares: readonly Share[], funder: string): Cents => totalOf(shares.filter((share) => share.funder === funder));
const summed = (shares: readonly Share[]): Share[] => Object.entries(addShares({}, shares)).map(([funder, amount]) => ({ funder, amount }));

/** A plan in which the payments given take the place of those of their name; one that is not foreseen yet comes after the others of its phase. */
export function planWith(plan: Plan, changes: Plan): PlannedTranche[] {
  const changed = new Map(changes.map((tranche) => [nameOf(tranche), { ...tranche, shares: summed(tranche.shares) }]));
  const known = new Set(plan.map(nameOf));
  const kept = plan.map((tranche) => changed.get(nameOf(tranche)) ?? tranche);
  const added = [...changed.values()].filter((tranche) => !known.has(nameOf(tranche)));
  return Phase.options.flatMap((phase) => [...kept, ...added].filter((tranche) => tranche.phase === phase));
}

/**
 * A plan that adds up to other amounts by funder. What is settled stays as it is; what is left of each funder's amount is spread over its other
 * payments as they stood to each other, to the cent. A funder that is not named keeps its amount. No amount may be below what is settled.
 */
export function planAdding(plan: Plan, amounts: readonly Share[], settled: readonly string[]): PlannedTranche[] {
  const open = plan.filter((tranche) => !settled.includes(nameOf(tranche)));
  return amounts.reduce<PlannedTranche[]>(
    (planned, { funder, amount }) => {
      const fixed = totalOf(plan.filter((tranche) => !open.includes(tranche)).map(({ shares }) => ({ funder, amount: of(shares, funder) })));
      const parts = splitByWeights(
        amount - fixed,
        open.map(({ shares }) => of(shares, funder)),
      );
      const byName = new Map(open.map((tranche, index) => [nameOf(tranche), parts[index] ?? 0]));
      return planned.map((tranche) => {
        const part = byName.get(nameOf(tranche));
        return part === undefined ? tranche : { ...tranche, shares: withShare(tranche.shares, funder, part) };
      });
    },
    [...plan],
  );
}

const withShare = (shares: readonly Share[], funder: string, amount: Cents): Share[] =>
  shares.map((share) => (share.funder === funder ? { funder, amount } : share));

/**
 * What a loop back does to the money: of each phase after `phase`, up to the reserve (in basis points of that phase's money) moves to `phase`, funder
 * by funder, from its last payments on. It goes to the first payment of `phase` that nobody asked for, or else to a payment for consolidation of its
 * own. What is settled never changes, and every funder's amount stays the same. The plan comes back as it is where nothing can move.
 */
export function consolidationAmendment(
  { plan }: { readonly plan: Plan },
  settled: readonly string[],
  phase: Phase,
  reserve: number,
): PlannedTranche[] {
  const isOpen = (tranche: PlannedTranche) => !settled.includes(nameOf(tranche));
  const target = plan.find((tranche) => tranche.phase === phase && isOpen(tranche)) ?? { phase, kind: 'consolidation' as const, shares: [] };
  if (!isOpen(target)) return [...plan];
  const later = Phase.options.slice(Phase.options.indexOf(phase) + 1);
  const taken = later.flatMap((from) => takenFrom(plan, from, reserve, isOpen));
  const moved = summed(taken.flatMap(({ shares }) => shares)).filter(({ amount }) => amount > 0);
  if (moved.length === 0) return [...plan];
  const lessened = taken.map(({ tranche, shares }) => ({
    ...tranche,
    shares: tranche.shares.map(({ funder, amount }) => ({ funder, amount: amount - of(shares, funder) })),
  }));
  return planWith(plan, [...lessened, { ...target, shares: summed([...target.shares, ...moved]) }]);
}

interface Taken {
  readonly tranche: PlannedTranche;
  readonly shares: readonly Share[];
}

/** What can be taken from one phase, funder by funder: no more than the reserve, from the last open payment backwards. */
function takenFrom(plan: Plan, phase: Phase, reserve: number, isOpen: (tranche: PlannedTranche) => boolean): Taken[] {
  const ofPhase = plan.filter((tranche) => tranche.phase === phase);
  const wanted = new Map(amountsOf(ofPhase).map(({ funder, amount }) => [funder, partOf(amount, reserve)]));
  return ofPhase
    .filter(isOpen)
    .toReversed()
    .map((tranche) => {
      const shares = tranche.shares.map(({ funder, amount }) => {
        const part = Math.min(amount, wanted.get(funder) ?? 0);
        wanted.set(funder, (wanted.get(funder) ?? 0) - part);
        return { funder, amount: part };
      });
      return { tranche, shares };
    });
}

/** The payments that a new plan changes although they are settled, by name. */
export function settledChanged(plan: Plan, next: Plan, settled: readonly string[]): string[] {
  const sharesOf = (planned: Plan, name: string) => planned.find((tranche) => nameOf(tranche) === name)?.shares ?? [];
  return settled.filter((name) => {
    const [before, after] = [sharesOf(plan, name), sharesOf(next, name)];
    return [...before, ...after].some(({ funder }) => of(before, funder) !== of(after, funder));
  });
}

/** The funders of which a new plan asks more than they are held to. */
export const asksMore = (held: readonly Share[], next: Plan): string[] =>
  amountsOf(next)
    .filter(({ funder, amount }) => amount > of(held, funder))
    .map(({ funder }) => funder);

/** What the funders are no longer held to when one plan takes the place of another. */
export const freed = (held: readonly Share[], next: Plan): Share[] => {
  const kept = amountsOf(next);
  return held.map(({ funder, amount }) => ({ funder, amount: amount - of(kept, funder) })).filter(({ amount }) => amount > 0);
};

/** The plan of the phases that were entered, and what an overlap drew of the next: what can still be paid when a project ends early. */
export function planEntered({ agreement, phases: { visited }, tranches }: Pick<Project, 'agreement' | 'phases' | 'tranches'>): PlannedTranche[] {
  const settled = settledIn({ tranches });
  return (agreement?.plan ?? []).filter((planned) => visited.includes(planned.phase) || settled.includes(nameOf(planned)));
}
