import type { Decision, Happened } from '@jalon/domain';
import {
  PaymentApproved,
  PaymentOrdered,
  PaymentRecorded,
  PaymentRejected,
  PhaseSettled,
  TrancheReleased,
  TrancheRequested,
  TrancheReturned,
} from '@jalon/domain/decisions';
import { describe, expect, it } from 'vitest';
import { paymentsStory } from './payments-story.ts';

const named = { phase: 'concept' as const, kind: 'instalment' as const };
const both = (region: number, esf: number) => [
  { funder: 'region', amount: region },
  { funder: 'esf', amount: esf },
];
const amounts = { ...named, amount: 900, shares: both(540, 360) };
const asked = TrancheRequested({ ...amounts, setOff: both(60, 40) });
const approved = PaymentApproved({ ...amounts, approval: 1, needed: 1 });
const ordered = PaymentOrdered({ ...amounts, reference: 'M-1' });

/** The story after these decisions, one a day from 1 May 2027. */
const after = (...decisions: readonly Decision[]) =>
  decisions.reduce((story, decision, index) => {
    const happened: Happened = { at: `2027-05-0${index + 1}T08:00:00Z`, by: { kind: 'person', id: 'ada' }, id: `d-${index}` };
    return paymentsStory.evolve(story, decision, happened);
  }, paymentsStory.initial);
const standing = (...decisions: readonly Decision[]) => after(...decisions).steps.map(({ standing: now, at }) => [now, at.slice(0, 10)]);

describe('the story of a payment', () => {
  it('keeps what goes out and what corrections took off it', () =>
    expect(after(asked).steps).toEqual([{ ...amounts, setOff: both(60, 40), standing: 'requested', at: '2027-05-01T08:00:00Z' }]));

  it('follows it through approval, order, rejection and the corrected order', () => {
    expect(standing(asked, approved)).toEqual([['approved', '2027-05-02']]);
    expect(standing(asked, approved, ordered)).toEqual([['ordered', '2027-05-03']]);
    expect(standing(asked, approved, ordered, PaymentRejected({ ...named, reasons: 'No account.' }))).toEqual([['rejected', '2027-05-04']]);
    expect(standing(asked, approved, ordered, PaymentRejected({ ...named, reasons: 'No account.' }), ordered)).toEqual([['ordered', '2027-05-05']]);
  });

  it('ends with its release, on the day that the accountant paid', () => {
    const paid = after(asked, approved, ordered, PaymentRecorded({ ...amounts, paidOn: '2027-05-03', reference: 'V-1' }), TrancheReleased(amounts));
    expect(paid.steps).toEqual([{ ...amounts, setOff: both(60, 40), standing: 'released', at: '2027-05-05T08:00:00Z', paidOn: '2027-05-03' }]);
  });

  it('begins again after the request was returned', () => {
    const returned = TrancheReturned({ ...named, reasons: 'Another account.' });
    expect(standing(asked, returned)).toEqual([['returned', '2027-05-02']]);
    const again = TrancheRequested(amounts);
    expect(after(asked, returned, again).steps).toEqual([{ ...amounts, standing: 'requested', at: '2027-05-03T08:00:00Z' }]);
  });

  it('tells payments apart, and takes no notice of one that nobody asked for', () => {
    const advance = TrancheRequested({ ...amounts, kind: 'advance' });
    expect(after(asked, advance, approved).steps.map(({ kind, standing: now }) => [kind, now])).toEqual([
      ['instalment', 'approved'],
      ['advance', 'requested'],
    ]);
    expect(after(approved)).toEqual(paymentsStory.initial);
  });
});

describe('the settlement of a phase', () => {
  it('is the last one, where an amendment opened it again', () => {
    const settled = (retained: number) =>
      PhaseSettled({
        phase: 'concept',
        retained,
        rate: { aid: 1, cost: 2 },
        planned: both(6, 4),
        due: both(6, 4),
        held: both(3, 2),
        balance: both(3, 2),
      });
    expect(after(settled(10), settled(20)).settled.map(({ phase, retained }) => [phase, retained])).toEqual([['concept', 20]]);
  });
});
