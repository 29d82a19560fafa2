import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { advanceOrdered, advancePaid, fullPolicy, of, payment, under } from '../../testing/payments-stories.ts';
import { defaultPolicy } from '../../testing/samples.ts';
import { inConcept, signed } from '../../testing/stories.ts';
import { CorrectionDecided } from '../checks/corrections.ts';
import { TrancheReleased, TrancheRequested } from '../funding/tranches.ts';
import { project, projectKnown } from '../project.ts';
import { aidOn, rateOfAid } from './aid.ts';
import { fundedPhases, isBeyond, isUnderWay, ledgerOf } from './ledger.ts';
import { RecoveryFound } from './recovery/recovery.ts';
import { agreedPolicy } from './standing.ts';

const both = (region: number, esf: number) => [
  { funder: 'region', amount: region },
  { funder: 'esf', amount: esf },
];
const booksOf = (world: World) => world.state(project);

describe('the books of a phase', () => {
  it('tell what is planned, paid, under way, corrected and kept, by funder', () => {
    expect(ledgerOf(booksOf(advanceOrdered), 'concept')).toEqual({
      planned: both(1_200_000, 800_000),
      paid: both(0, 0),
      underWay: both(360_000, 240_000),
      corrected: both(0, 0),
      held: both(0, 0),
    });
    const shares = both(54_000, 36_000);
    const corrected = advancePaid.and(
      CorrectionDecided({ finding: 'sheets', mode: 'recovery', phase: 'concept', shares, reasons: 'Unsigned.' }),
      RecoveryFound({ recovery: 1, amount: 90_000, shares, phase: 'concept', because: 'correction', finding: 'sheets' }),
    );
    expect(ledgerOf(booksOf(corrected), 'concept')).toEqual({
      planned: both(1_200_000, 800_000),
      paid: both(360_000, 240_000),
      underWay: both(0, 0),
      corrected: shares,
      held: both(306_000, 204_000),
    });
    expect(ledgerOf(booksOf(corrected), 'pilot')).toMatchObject({ paid: both(0, 0), corrected: both(0, 0), held: both(0, 0) });
  });

  it('know whether a payment waits, in that phase alone', () => {
    expect(isUnderWay(booksOf(advanceOrdered), 'concept')).toBe(true);
    expect(isUnderWay(booksOf(advanceOrdered), 'pilot')).toBe(false);
    expect(isUnderWay(booksOf(advancePaid), 'concept')).toBe(false);
  });

  it('say when a payment would go beyond the plan of any one funder', () => {
    expect(isBeyond(booksOf(advancePaid), 'concept', both(840_000, 560_000))).toBe(false);
    expect(isBeyond(booksOf(advancePaid), 'concept', both(840_001, 0))).toBe(true);
    expect(isBeyond(booksOf(advancePaid), 'concept', both(0, 560_001))).toBe(true);
    expect(isBeyond(booksOf(inConcept), 'concept', [{ funder: 'foundation', amount: 1 }])).toBe(true);
  });

  it('have money for the phases that the agreement funds', () => {
    expect(fundedPhases(booksOf(signed))).toEqual(['concept', 'pilot', 'institutionalisation']);
    expect(fundedPhases({ agreement: undefined })).toEqual([]);
  });
});

describe('the rate of aid', () => {
  it('is what was awarded, of what the project was to cost', () => {
    expect(rateOfAid(booksOf(signed))).toEqual({ aid: 10_000_000, cost: 12_000_000 });
    expect(aidOn(13, { aid: 10_000_000, cost: 12_000_000 })).toBe(10);
  });

  it('is the whole cost at most, and nothing of nothing', () => {
    const { application, ...rest } = booksOf(signed);
    const cheap = { ...application, content: { budget: { needs: [{ label: 'Staff', amount: 1 }], resources: [] } } };
    expect(rateOfAid({ ...rest, application: cheap })).toEqual({ aid: 10_000_000, cost: 10_000_000 });
    expect(aidOn(100, { aid: 0, cost: 0 })).toBe(0);
  });

  it('follows the plan that the holder accepted with a reduced award', () => {
    const state = booksOf(signed);
    const reduced = { ...state, funding: { ...state.funding, reductionAccepted: { at: '2027-05-10T10:00:00Z', id: 'd', needs: 11_000_000 } } };
    expect(rateOfAid(reduced)).toEqual({ aid: 10_000_000, cost: 11_000_000 });
  });
});

describe('the policy of payments', () => {
  it('is the present one before there is an agreement, then the one in force at signature', async () => {
    const fixed = under(signed, fullPolicy);
    const later = fixed.of('programme-breakthrough').and(PolicyAdopted({ policyVersion: 2, inForceFrom: '2027-06-02', policy: defaultPolicy }));
    const world = later.of('project-repair').at('2027-07-01T10:00:00Z');
    const asked = { id: 'repair', data: {}, by: by('administrator'), at: world.now };
    const known = await projectKnown(booksOf(world), asked, world.load);
    expect(agreedPolicy({ agreement: undefined }, known).payments.procedure).toBe('simple');
    expect(agreedPolicy(booksOf(world), known).payments.procedure).toBe('full');
  });
});

describe('a payment that is released', () => {
  it('counts once, whatever was requested', () => {
    const once = of(
      inConcept,
      'accountant',
      TrancheRequested(payment('concept', 'advance', 5, 5)),
      TrancheReleased(payment('concept', 'advance', 5, 5)),
    );
    expect(booksOf(once).payments.paid).toEqual({ concept: { region: 5, esf: 5 } });
  });
});
