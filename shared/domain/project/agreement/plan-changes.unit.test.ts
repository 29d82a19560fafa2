import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Phase } from '../../programme/policy.ts';
import { addShares, type Share, totalOf } from '../../programme/shares.ts';
import { defaultPolicy } from '../../testing/samples.ts';
import { shares as award, plan } from '../../testing/stories.ts';
import { trancheName } from '../funding/tranches.ts';
import { amountsOf, type PlannedTranche, paymentPlan } from './payment-plan.ts';
import { asksMore, consolidationAmendment, freed, planAdding, planWith, settledChanged } from './plan-changes.ts';
import { planFlaw } from './plan-flaw.ts';

type Plan = readonly PlannedTranche[];
const names = (planned: Plan) => planned.map(({ phase, kind }) => trancheName(phase, kind));
const phaseTotal = (planned: Plan, phase: Phase) => totalOf(planned.filter((tranche) => tranche.phase === phase).flatMap(({ shares }) => shares));
const named = (planned: Plan, name: string) => planned.find(({ phase, kind }) => trancheName(phase, kind) === name)?.shares;
const conceptPaid = ['concept-advance', 'concept-instalment', 'concept-balance'];

describe('a consolidation', () => {
  it('moves a tenth of each later phase to the first payment of the phase that nobody asked for', () => {
    const next = consolidationAmendment({ plan }, ['concept-advance'], 'concept', 1_000);
    expect(Phase.options.map((phase) => phaseTotal(next, phase))).toEqual([2_800_000, 5_400_000, 1_800_000]);
    expect(named(next, 'concept-instalment')).toEqual([
      { funder: 'region', amount: 480_000 + 360_000 + 120_000 },
      { funder: 'esf', amount: 320_000 + 240_000 + 80_000 },
    ]);
    expect(named(next, 'concept-advance')).toEqual(named(plan, 'concept-advance'));
    expect(amountsOf(next)).toEqual(award);
  });

  it('takes from the last payments of a phase first', () => {
    const next = consolidationAmendment({ plan }, conceptPaid, 'concept', 4_000);
    expect(named(next, 'pilot-balance')).toEqual([
      { funder: 'region', amount: 0 },
      { funder: 'esf', amount: 0 },
    ]);
    expect(named(next, 'pilot-instalment')).toEqual([
      { funder: 'region', amount: 1_440_000 - 360_000 },
      { funder: 'esf', amount: 960_000 - 240_000 },
    ]);
    expect(named(next, 'pilot-advance')).toEqual(named(plan, 'pilot-advance'));
  });

  it('has a payment of its own, after the others, where all of the phase were asked for', () => {
    const next = consolidationAmendment({ plan }, conceptPaid, 'concept', 1_000);
    expect(names(next).slice(0, 5)).toEqual([...conceptPaid, 'concept-consolidation', 'pilot-advance']);
    expect(named(next, 'concept-consolidation')).toEqual([
      { funder: 'region', amount: 480_000 },
      { funder: 'esf', amount: 320_000 },
    ]);
  });

  it('moves nothing where that was asked for too, where nothing comes later, or without a reserve', () => {
    const once = consolidationAmendment({ plan }, conceptPaid, 'concept', 1_000);
    expect(consolidationAmendment({ plan: once }, [...conceptPaid, 'concept-consolidation'], 'concept', 1_000)).toEqual(once);
    expect(consolidationAmendment({ plan }, [], 'institutionalisation', 1_000)).toEqual(plan);
    expect(consolidationAmendment({ plan }, [], 'concept', 0)).toEqual(plan);
    expect(consolidationAmendment({ plan }, names(plan).slice(3), 'concept', 1_000)).toEqual(plan);
  });

  it('takes less than the reserve where the rest was asked for', () => {
    const next = consolidationAmendment({ plan }, [...conceptPaid, 'pilot-advance', 'pilot-instalment'], 'concept', 5_000);
    expect(phaseTotal(next, 'pilot')).toBe(6_000_000 - 1_800_000);
    expect(phaseTotal(next, 'institutionalisation')).toBe(1_000_000);
  });
});

describe('a plan with other payments', () => {
  const share = (amount: number): Share[] => [{ funder: 'region', amount }];

  it('keeps the order of phases, and adds what is new after the others of its phase', () => {
    const next = planWith(plan, [{ phase: 'pilot', kind: 'consolidation', shares: share(5) }]);
    expect(names(next).slice(3, 7)).toEqual(['pilot-advance', 'pilot-instalment', 'pilot-balance', 'pilot-consolidation']);
    expect(next).toHaveLength(10);
  });

  it('adds up what is said twice of a funder', () => {
    const next = planWith(plan, [{ phase: 'concept', kind: 'advance', shares: [...share(2), ...share(3)] }]);
    expect(named(next, 'concept-advance')).toEqual(share(5));
  });
});

describe('a flaw of a plan', () => {
  const held = { plan, shares: award };

  it('is a payment that was settled and changes, first of all', () => {
    const next = planWith(plan, [{ phase: 'concept', kind: 'advance', shares: [{ funder: 'region', amount: 9_000_000 }] }]);
    expect(planFlaw(held, next, ['concept-advance'])).toEqual({ refused: 'payment-settled', details: { payments: ['concept-advance'] } });
    expect(planFlaw(held, next, ['concept-balance'])).toEqual({ refused: 'beyond-commitment', details: { funders: ['region'] } });
  });

  it('is no change of order among the funders of a payment', () => {
    const turned = plan.map((tranche) => ({ ...tranche, shares: tranche.shares.toReversed() }));
    expect(settledChanged(plan, turned, names(plan))).toEqual([]);
  });

  it('is a settled payment that is no longer there', () =>
    expect(settledChanged(plan, plan.slice(1), ['concept-advance', 'concept-balance'])).toEqual(['concept-advance']));

  it('is none where nothing changes', () => expect(planFlaw(held, plan, names(plan))).toBeUndefined());
});

describe('whatever amendments follow on each other', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_001 });
  const step = fc.record({
    settle: fc.nat({ max: 12 }),
    kind: fc.constantFrom('amounts' as const, 'consolidation' as const),
    percent: fc.nat({ max: 100 }),
    phase: fc.constantFrom(...Phase.options),
    reserve: fc.nat({ max: 10_000 }),
  });

  /** What a funder can be lowered to: nothing below what is settled, nothing above what it is held to. */
  function lowered(planned: Plan, settled: readonly string[], percent: number): Share[] {
    const fixed = addShares(
      {},
      planned.filter(({ phase, kind }) => settled.includes(trancheName(phase, kind))).flatMap(({ shares }) => shares),
    );
    return amountsOf(planned).map(({ funder, amount }) => {
      const least = fixed[funder] ?? 0;
      return { funder, amount: least + Math.floor(((amount - least) * percent) / 100) };
    });
  }

  it('shares add up to the cent, nobody is held to more, nothing settled changes, and what is freed is what is missing', () =>
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 4 }), fc.array(step, { maxLength: 8 }), (amounts, steps) => {
        const granted = amounts.map((amount, index) => ({ funder: `f${index}`, amount }));
        let planned: Plan = paymentPlan(granted, defaultPolicy);
        const settled: string[] = [];
        for (const { settle, kind, percent, phase, reserve } of steps) {
          const next = names(planned)[settle];
          if (next && !settled.includes(next)) settled.push(next);
          const before = amountsOf(planned);
          const target = kind === 'amounts' ? lowered(planned, settled, percent) : before;
          const after: Plan =
            kind === 'amounts' ? planAdding(planned, target, settled) : consolidationAmendment({ plan: planned }, settled, phase, reserve);
          expect(amountsOf(after)).toEqual(target);
          expect(asksMore(before, after)).toEqual([]);
          expect(settledChanged(planned, after, settled)).toEqual([]);
          expect(totalOf(freed(before, after))).toBe(totalOf(before) - totalOf(target));
          expect(after.flatMap(({ shares }) => shares).every(({ amount }) => amount >= 0 && Number.isInteger(amount))).toBe(true);
          expect(Phase.options.reduce((sum, each) => sum + phaseTotal(after, each), 0)).toBe(totalOf(amountsOf(after)));
          planned = after;
        }
      }),
    ));
});
