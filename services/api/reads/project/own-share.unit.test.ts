import { describe, expect, it } from 'vitest';
import { ownShareOf } from './own-share.ts';

const shares = [
  { funder: 'region', amount: 700 },
  { funder: 'esf', amount: 300 },
];

describe('what a funder sees of the money', () => {
  it('is its own share, wherever amounts are told by funder', () => {
    const shown = {
      awarded: 1_000,
      funding: shares,
      payments: [{ phase: 'concept', amount: 1_000, shares, at: '2027-01-01' }],
      title: { fr: 'A', en: 'B' },
    };
    expect(ownShareOf('esf', shown)).toEqual({
      awarded: 1_000,
      funding: [{ funder: 'esf', amount: 300 }],
      payments: [{ phase: 'concept', amount: 300, shares: [{ funder: 'esf', amount: 300 }], at: '2027-01-01' }],
      title: { fr: 'A', en: 'B' },
    });
  });

  it('is nothing where it puts nothing in', () => expect(ownShareOf('caf', { amount: 1_000, shares })).toEqual({ amount: 0, shares: [] }));
});
