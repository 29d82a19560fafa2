import { project, type Registered } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firmness } from '../firmness/firmness.ts';
import type { SelectionBasis } from '../selection/basis.ts';
import { selectedBy } from '../selection/select.ts';
import { type WhatIf, whatIf } from './what-if.ts';

const { defaultPolicy, envelope, marks } = samples;

/** An application that asks for this much, with a whole review of one mark from each of these reviewers. */
function applied(application: string, number: number, requested: number, given: Readonly<Record<string, number>>): Registered {
  const reviews = Object.fromEntries(Object.entries(given).map(([reviewer, mark]) => [reviewer, { marks: marks(mark) }]));
  return { application, number, project: { ...project.initial, application: { ...project.initial.application, requested }, reviews } };
}

const basisOf = (...applications: readonly Registered[]): SelectionBasis => ({
  call: 'spring',
  policy: defaultPolicy,
  policyVersion: 0,
  envelope,
  applications,
  settledTies: [],
});
const tried = (basis: SelectionBasis, changes: Parameters<typeof whatIf>[1]): WhatIf => {
  const answer = whatIf(basis, changes);
  if (!('call' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

const mark = fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2);
const bases = fc
  .array(fc.record({ requested: fc.integer({ min: 1, max: 50 }), rea: mark, rob: mark }), { minLength: 1, maxLength: 8 })
  .map((all) => basisOf(...all.map(({ requested, rea, rob }, index) => applied(`a-${index}`, index + 1, requested * 1_000_000, { rea, rob }))));

describe('what if', () => {
  it('nothing were changed: nothing moves', () =>
    fc.assert(
      fc.property(bases, (basis) => {
        expect(tried(basis, {})).toMatchObject({ agrees: true, moves: [], changesSelection: false });
      }),
    ));

  it('weights and the total were halved alike: the same are selected, in the same order', () =>
    fc.assert(
      fc.property(bases, (basis) => {
        const weights = Object.fromEntries(defaultPolicy.rubric.map(({ criterion, points }) => [criterion, points / 2]));
        const { moves, tried: half } = tried(basis, { weights, thresholds: { total: defaultPolicy.thresholds.total / 2 } });
        expect(moves).toEqual([]);
        for (const { total, application } of half.ranking) {
          const real = tried(basis, {}).real.ranking.find((line) => line.application === application)!;
          expect(total).toBeCloseTo(real.total / 2, 2);
        }
      }),
    ));

  it('a reviewer were left out: their marks count no more, and whom nobody else marked takes no part', () => {
    const basis = basisOf(applied('alone', 1, 1_000, { rea: 4 }), applied('both', 2, 1_000, { rea: 1, rob: 5 }));
    expect(tried(basis, {}).real.ranking.map(({ application, outcome }) => [application, outcome])).toEqual([
      ['alone', 'selected'],
      ['both', 'selected'],
    ]);
    const { tried: without, moves } = tried(basis, { leaveOut: ['rea'] });
    expect(without.unjudged).toEqual(['alone']);
    expect(without.ranking).toMatchObject([{ application: 'both', outcome: 'selected', rank: 1, total: 100 }]);
    expect(moves.map(({ to }) => to.outcome)).toEqual(['unjudged', 'selected']);
  });

  it('there were more money: those who were selected stay so', () =>
    fc.assert(
      fc.property(bases, fc.integer({ min: 0, max: 5 }), (basis, times) => {
        const more = Object.fromEntries(envelope.map(({ funder, amount }) => [funder, amount * (1 + times)]));
        const { real, tried: richer } = tried(basis, { envelope: more });
        expect(selectedBy({ ranking: real.ranking.map((line) => ({ ...line, criteria: [] })) })).toEqual(
          richer.ranking.slice(0, real.ranking.filter(({ outcome }) => outcome === 'selected').length).map(({ application }) => application),
        );
      }),
    ));
});

describe('the shares of draws', () => {
  const basis = basisOf(
    applied('first', 1, 40_000_000, { rea: 4, rob: 4.5 }),
    applied('second', 2, 40_000_000, { rea: 3.5, rob: 4 }),
    applied('third', 3, 40_000_000, { rea: 3, rob: 3.5 }),
  );

  it('follow from the seed, which is the call unless another is given', async () => {
    const asked = { draws: 60, spread: 20 };
    const [one, same, other] = await Promise.all([firmness(basis, asked), firmness(basis, asked), firmness(basis, { ...asked, seed: 'other' })]);
    expect(one).toEqual(same);
    expect(one.shares).toMatchObject({ seed: 'spring', draws: 60, spread: 20 });
    expect(other.shares.seed).toBe('other');
  });

  it('are all or nothing where nothing moves', async () => {
    const { shares } = await firmness(basis, { draws: 10, spread: 0 });
    expect(shares.projects.map(({ outcome, share }) => [outcome, share])).toEqual([
      ['selected', 1],
      ['selected', 1],
      ['reserve', 0],
    ]);
  });
});
