import { type Entry, Policy } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS, select, selectedBy, type Trial } from '../selection/select.ts';
import { thresholdMargins } from './thresholds.ts';
import type { Reach } from './walk.ts';
import { weightMargin } from './weights.ts';

const rubric: Policy['rubric'] = [
  { criterion: 'cooperation', block: 'breakthrough', points: 40, floor: 2 },
  { criterion: 'novelty', block: 'research', points: 35 },
  { criterion: 'creativity', block: 'research', points: 25 },
];
const policy: Policy = { ...Policy.parse({}), rubric, tieBreak: ['novelty'], thresholds: { total: 40, blockPercent: 30 } };
const envelope = [
  { funder: 'region', amount: 60_000_000 },
  { funder: 'esf', amount: 40_000_000 },
];

const mark = fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2);
const review = fc.tuple(mark, mark, mark).map((marks) => rubric.map(({ criterion }, index) => ({ criterion, mark: marks[index]! })));
const entries: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.record({ requested: fc.integer({ min: 1, max: 40 }), reviews: fc.array(review, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => all.map((one, index) => ({ application: `a-${index}`, number: index + 1, ...one, requested: one.requested * 1_000_000 })));
const trials = entries.map((all): Trial => ({ policy, envelope, entries: all }));

const selection = (trial: Trial): string => selectedBy(select(trial)).toSorted().join();
const weighing = (trial: Trial, criterion: string, points: number): Trial => ({
  ...trial,
  policy: { ...trial.policy, rubric: trial.policy.rubric.map((one) => (one.criterion === criterion ? { ...one, points } : one)) },
});

/** Values between two, both among them, in steps of a thousandth: the ends, and some between. */
const between = (a: number, b: number): readonly number[] => {
  const [low, high] = [Math.round(Math.min(a, b) * STEPS), Math.round(Math.max(a, b) * STEPS)];
  return Array.from({ length: 9 }, (_, index) => Math.round(low + ((high - low) * index) / 8) / STEPS);
};

function holds(margin: Reach | undefined, value: number, end: number, at: (value: number) => string): void {
  const now = at(value);
  for (const tried of between(value, margin?.holdsTo ?? end)) expect(at(tried), `at ${tried}`).toBe(now);
  if (margin) {
    expect(Math.abs(Math.round((margin.changesAt - margin.holdsTo) * STEPS))).toBe(1);
    expect(at(margin.changesAt), `at ${margin.changesAt}`).not.toBe(now);
    expect(margin.moves.length).toBeGreaterThan(0);
  }
}

describe('the margin of a weight', () => {
  it('keeps the selection, and one step beyond it another is selected', () =>
    fc.assert(
      fc.property(trials, fc.constantFrom(...rubric), (trial, { criterion, points }) => {
        const { down, up } = weightMargin(trial, criterion, select(trial));
        const at = (value: number) => selection(weighing(trial, criterion, value));
        holds(down, points, 0, at);
        holds(up, points, 100, at);
      }),
      { numRuns: 60 },
    ));

  it('says who comes in and who goes out', () => {
    const marked = (cooperation: number, rest: number) =>
      samples.marks(rest, { cooperation }).filter(({ criterion }) => rubric.some((one) => one.criterion === criterion));
    const asking = (application: string, number: number, cooperation: number, rest: number): Entry => ({
      application,
      number,
      requested: 60_000_000,
      reviews: [marked(cooperation, rest)],
    });
    const trial = { policy, envelope, entries: [asking('alliance', 1, 5, 3), asking('invention', 2, 3, 4)] };
    const { down, up } = weightMargin(trial, 'cooperation', select(trial));
    expect(up).toBeUndefined();
    expect(down).toEqual({
      holdsTo: 30.001,
      changesAt: 30,
      moves: [
        { application: 'alliance', from: { outcome: 'selected', rank: 1 }, to: { outcome: 'reserve', rank: 2 } },
        { application: 'invention', from: { outcome: 'reserve', rank: 2 }, to: { outcome: 'selected', rank: 1 } },
      ],
    });
  });
});

describe('the margin of a threshold', () => {
  it('keeps the selection, and one step beyond it another is selected', () =>
    fc.assert(
      fc.property(trials, (trial) => {
        for (const { threshold, of, value, down, up } of thresholdMargins(trial, select(trial))) {
          const at = (tried: number) => selection({ ...trial, policy: moved(trial.policy, threshold, of, tried) });
          holds(down, value, 0, at);
          holds(up, value, threshold === 'floor' ? 5 : 100, at);
        }
      }),
      { numRuns: 30 },
    ));
});

function moved(known: Trial['policy'], threshold: 'total' | 'block' | 'floor', of: string | undefined, value: number): Trial['policy'] {
  if (threshold === 'floor') return { ...known, rubric: known.rubric.map((one) => (one.criterion === of ? { ...one, floor: value } : one)) };
  const { total, blockPercent } = known.thresholds;
  return { ...known, thresholds: threshold === 'total' ? { total: value, blockPercent } : { total, blockPercent: value } };
}
