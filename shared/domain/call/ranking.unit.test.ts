import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, envelope, marks } from '../testing/samples.ts';
import { rank } from './ranking.ts';
import { type Entry, type Marks, tenthsOf } from './scoring.ts';

const entry = (application: string, number: number, requested: number, ...reviews: readonly Marks[]): Entry => ({
  application,
  number,
  requested,
  reviews,
});
const asking = (application: string, number: number, mark: number, requested = 10_000_000) =>
  entry(application, number, requested, marks(mark), marks(mark));
const order = (entries: readonly Entry[], policy = defaultPolicy) => rank(entries, envelope, policy).ranking.map(({ application }) => application);
const outcomes = (entries: readonly Entry[], from = envelope, policy = defaultPolicy) =>
  Object.fromEntries(rank(entries, from, policy).ranking.map(({ application, outcome }) => [application, outcome]));

describe('a score', () => {
  it('is mark / 5 × points, as the mean over reviewers, with its arithmetic', () => {
    const [ranked] = rank([entry('a', 1, 1_000, marks(4), marks(3, { cooperation: 4.5 }))], envelope, defaultPolicy).ranking;
    expect(ranked?.criteria[1]).toEqual({ criterion: 'cooperation', points: 12, marks: [4, 4.5], mean: 4.25, score: 10.2 });
    expect(ranked?.blocks).toContainEqual({ block: 'research', points: 30, score: 21 });
    expect(ranked?.total).toBe(71.8);
  });

  it('of one review counts in tenths of a point', () => {
    expect(tenthsOf(marks(5), defaultPolicy.rubric)).toBe(1_000);
    expect(tenthsOf(marks(3, { cooperation: 4.5 }), defaultPolicy.rubric)).toBe(636);
  });

  it('from two reviewers ties with the same from three', () => {
    const three = entry('three', 2, 1_000, marks(3.5), marks(4.5), marks(4));
    const two = entry('two', 1, 1_000, marks(3.5), marks(4.5));
    expect(order([three, two])).toEqual(['two', 'three']);
    expect(
      order([
        { ...three, number: 1 },
        { ...two, number: 2 },
      ]),
    ).toEqual(['three', 'two']);
  });
});

describe('thresholds', () => {
  const shortfalls = (given: Readonly<Record<string, number>>, mark = 4) =>
    rank([entry('a', 1, 1_000, marks(mark, given), marks(mark, given))], envelope, defaultPolicy).ranking[0];

  it('are reached at exactly 60 points', () => expect(shortfalls({}, 3)?.outcome).toBe('selected'));

  it('are reached at exactly half of a block, and at exactly the floor of a criterion', () => {
    expect(shortfalls({ balance: 2.5, capture: 2.5 })?.outcome).toBe('selected');
    expect(shortfalls({ transformation: 2.5 })?.outcome).toBe('selected');
    expect(shortfalls({ cooperation: 2.5 })?.outcome).toBe('selected');
  });

  it('have no floor in a criterion that was given none', () => expect(shortfalls({ novelty: 0 }, 5)?.outcome).toBe('selected'));

  it('are missed below 60 points in all', () =>
    expect(shortfalls({ team: 2.5 }, 3)).toMatchObject({ outcome: 'not-selected', shortfalls: [{ code: 'total', had: 59.6, needed: 60 }] }));

  it('are missed in a block below its half', () =>
    expect(shortfalls({ balance: 2, capture: 2 })?.shortfalls).toEqual([{ code: 'block', of: 'value', had: 8, needed: 10 }]));

  it('are missed in a criterion below its floor, and such an application has no rank', () => {
    const ranked = shortfalls({ transformation: 2 });
    expect(ranked?.shortfalls).toEqual([{ code: 'floor', of: 'transformation', had: 2, needed: 2.5 }]);
    expect(ranked).not.toHaveProperty('rank');
  });
});

describe('marks that were given under other criteria', () => {
  it('count as nought for a criterion that they leave out', () => {
    const partly = marks(4).filter(({ criterion }) => criterion !== 'cooperation');
    const [ranked] = rank([entry('a', 1, 1_000, partly, marks(4))], envelope, defaultPolicy).ranking;
    expect(ranked?.criteria[1]).toEqual({ criterion: 'cooperation', points: 12, marks: [0, 4], mean: 2, score: 4.8 });
    expect(ranked?.total).toBe(75.2);
  });
});

describe('a total', () => {
  it('decides before any criterion for ties', () => {
    const more = entry('more', 2, 1_000, marks(4, { novelty: 5 }));
    const transforming = entry('transforming', 1, 1_000, marks(4, { transformation: 4.5, novelty: 3 }));
    expect(order([transforming, more])).toEqual(['more', 'transforming']);
  });

  it('of an application that nobody has reviewed is nought', () =>
    expect(rank([entry('unread', 1, 1_000)], envelope, defaultPolicy).ranking[0]).toMatchObject({ total: 0 }));
});

describe('ties', () => {
  it('are broken by transformation, then cooperation', () => {
    const transforming = entry('transforming', 3, 1_000, marks(4, { transformation: 4.5, cooperation: 3.5 }));
    const cooperating = entry('cooperating', 1, 1_000, marks(4, { transformation: 3.5, cooperation: 4.5 }));
    const even = entry('even', 2, 1_000, marks(4));
    expect(order([cooperating, even, transforming])).toEqual(['transforming', 'even', 'cooperating']);
  });

  it('that are left are broken by the number in the register', () =>
    expect(order([asking('late', 9, 4), asking('early', 2, 4)])).toEqual(['early', 'late']));
});

describe('the envelope', () => {
  it('is spent down the ranking, less the 5 % that are kept back', () => {
    const ten = Array.from({ length: 10 }, (_, index) => asking(`a${index}`, index + 1, index < 5 ? 4.5 : 4));
    const { ranking, envelope: use } = rank(ten, envelope, defaultPolicy);
    expect(ranking.map(({ outcome }) => outcome)).toEqual([...Array(9).fill('selected'), 'reserve']);
    expect(use).toEqual([
      { funder: 'region', amount: 60_000_000, keptBack: 3_000_000, committed: 54_000_000 },
      { funder: 'esf', amount: 40_000_000, keptBack: 2_000_000, committed: 36_000_000 },
    ]);
  });

  it('can be spent to the last cent that may be committed', () => {
    const whole = rank([asking('whole', 1, 4, 95_000_000)], envelope, defaultPolicy);
    expect(whole.ranking[0]?.outcome).toBe('selected');
    expect(whole.envelope.map(({ committed }) => committed)).toEqual([57_000_000, 38_000_000]);
    expect(outcomes([asking('beyond', 1, 4, 95_000_001)])).toEqual({ beyond: 'reserve' });
  });

  it('never skips one that does not fit for a smaller one further down', () =>
    expect(outcomes([asking('first', 1, 4.5, 50_000_000), asking('too-big', 2, 4, 60_000_000), asking('small', 3, 3.5, 1_000_000)])).toEqual({
      first: 'selected',
      'too-big': 'reserve',
      small: 'reserve',
    }));

  it('keeps back a fraction of a cent as well', () => {
    const { envelope: use } = rank([], [{ funder: 'region', amount: 199 }], defaultPolicy);
    expect(use).toEqual([{ funder: 'region', amount: 199, keptBack: 10, committed: 0 }]);
  });
});

const mark = fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2);
const review: fc.Arbitrary<Marks> = fc.tuple(...defaultPolicy.rubric.map(({ criterion }) => mark.map((given) => ({ criterion, mark: given }))));
const entries = fc
  .array(fc.record({ requested: fc.integer({ min: 1, max: 20_000_000 }), reviews: fc.array(review, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 12,
  })
  .map((all): Entry[] => all.map((one, index) => ({ application: `a${index}`, number: index + 1, ...one })));
const funders = fc
  .array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 1, maxLength: 4 })
  .map((amounts) => amounts.map((amount, index) => ({ funder: `f${index}`, amount })));

describe('every ranking', () => {
  it('is independent of the order in which applications and their reviews came in', () =>
    fc.assert(
      fc.property(entries, funders, (given, from) => {
        const turned = given.map((one) => ({ ...one, reviews: [...one.reviews].reverse() })).reverse();
        expect(rank(turned, from, defaultPolicy)).toEqual(rank(given, from, defaultPolicy));
      }),
    ));

  it('commits for each funder what the selected get from it, to the cent, within what it may commit', () =>
    fc.assert(
      fc.property(entries, funders, (given, from) => {
        const { ranking, envelope: use } = rank(given, from, { ...defaultPolicy, thresholds: { total: 20, blockPercent: 0 } });
        for (const { funder, amount, keptBack, committed } of use) {
          const borne = ranking.flatMap(({ shares }) => shares).filter((share) => share.funder === funder);
          expect(borne.reduce((sum, share) => sum + share.amount, 0)).toBe(committed);
          expect(committed).toBeLessThanOrEqual(amount - keptBack);
        }
        for (const { outcome, requested, shares } of ranking) {
          expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(outcome === 'selected' ? requested : 0);
        }
      }),
    ));

  it('selects from the top, and nobody after the first in reserve', () =>
    fc.assert(
      fc.property(entries, funders, (given, from) => {
        const places = rank(given, from, defaultPolicy).ranking.map(({ outcome }) => ['selected', 'reserve', 'not-selected'].indexOf(outcome));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    ));
});
