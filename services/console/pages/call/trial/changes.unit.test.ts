import { describe, expect, it } from 'vitest';
import { changesNothing, changesOf, nothingTyped } from './changes.ts';

const basis = {
  weights: [
    { criterion: 'team', points: 10 },
    { criterion: 'budget', points: 5 },
  ],
  thresholds: [
    { threshold: 'total' as const, value: 60 },
    { threshold: 'block' as const, of: 'value', value: 50 },
  ],
};

describe('the changes that are tried', () => {
  it('are what differs from the rule in force, and nothing else', () => {
    const typed = { weights: { team: 12, budget: 5, other: undefined }, total: 60, blockPercent: 55, leaveOut: ['ana'], envelope: { region: 100 } };
    expect(changesOf(typed, basis)).toEqual({
      weights: { team: 12 },
      thresholds: { blockPercent: 55 },
      leaveOut: ['ana'],
      envelope: { region: 100 },
    });
  });

  it('are none where nothing was typed, or only what is the rule already', () => {
    expect(changesNothing(changesOf(nothingTyped, basis))).toBe(true);
    expect(changesNothing(changesOf({ ...nothingTyped, weights: { team: 10 }, total: 60 }, basis))).toBe(true);
    expect(changesNothing(changesOf({ ...nothingTyped, weights: { team: 0 } }, basis))).toBe(false);
  });
});
