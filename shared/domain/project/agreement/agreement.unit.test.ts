import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { on } from '../../kernel/command.ts';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { addShares } from '../../programme/shares.ts';
import { defaultPolicy } from '../../testing/samples.ts';
import { awarded, plan, returned, selected, signed } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { AgreementLapsed, AgreementSigned } from './agreement.ts';
import { lapseAgreement } from './lapse-agreement.ts';
import { paymentPlan } from './payment-plan.ts';
import { signAgreement } from './sign-agreement.ts';

const administrator = by('administrator');
const signature = { signedOn: '2027-05-20', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
const inMay = awarded.at('2027-05-21T10:00:00Z');

describe('sign-agreement', () => {
  it('fixes the payments by phase and funder', () =>
    inMay.when(signAgreement, administrator, signature).decides(AgreementSigned({ ...signature, amount: 10_000_000, plan })));

  it('waits until every funder has granted its share', () =>
    selected.at('2027-05-21T10:00:00Z').when(signAgreement, administrator, signature).refuses('no-agreement-awaited'));

  it.each(['2027-05-02', '2027-05-22'])('refuses the day %s, before the award or still to come', (signedOn) =>
    inMay.when(signAgreement, administrator, { ...signature, signedOn }).refuses('signed-out-of-time'),
  );

  it('is signed once', () => signed.when(signAgreement, administrator, { ...signature, signedOn: '2027-06-01' }).refuses('no-agreement-awaited'));
});

describe('lapse-agreement', () => {
  const sixtyDaysLater = '2027-07-02T22:00:00Z';

  it('ends a project that was not signed within 60 days; the money returns to the envelope', async () => {
    const asked = awarded.at(sixtyDaysLater).when(lapseAgreement, theProcess, {});
    await asked.decides(AgreementLapsed({}), on('call-spring', returned('agreement-lapsed')));
    const lapsed = await asked.after();
    expect(lapsed.state(project).stage).toBe('ended');
    expect(lapsed.state(call, 'call-spring').committed).toEqual({ region: 0, esf: 0 });
  });

  it('refuses while it can still be signed', () =>
    awarded.at('2027-07-02T21:59:59Z').when(lapseAgreement, theProcess, {}).refuses('time-to-sign-not-over', { lastDay: '2027-07-02' }));

  it('does not concern one that is signed', () => signed.at(sixtyDaysLater).when(lapseAgreement, theProcess, {}).refuses('no-agreement-awaited'));
});

describe('a payment plan', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_001 });
  const thirds = { concept: 3_333, pilot: 3_333, institutionalisation: 3_334 };

  it('adds up to the award for every funder, to the cent', () =>
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 5 }), fc.boolean(), (amounts, odd) => {
        const award = amounts.map((amount, index) => ({ funder: `f${index}`, amount }));
        const planned = paymentPlan(award, odd ? { phaseShares: thirds, tranches: { advance: 1, instalment: 0, balance: 9_999 } } : defaultPolicy);
        const paid = planned.reduce((sums, { shares }) => addShares(sums, shares), {});
        expect(paid).toEqual(Object.fromEntries(award.map(({ funder, amount }) => [funder, amount])));
      }),
    ));

  it('has nine payments, in the order in which they are paid', () => {
    expect(plan.map(({ phase, kind }) => `${phase} ${kind}`)).toEqual(
      ['concept', 'pilot', 'institutionalisation'].flatMap((phase) => ['advance', 'instalment', 'balance'].map((kind) => `${phase} ${kind}`)),
    );
  });
});
