import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by } from '../../kernel/testing/given-when-then.ts';
import { FunderTermsSet } from '../../programme/programme.ts';
import { advancePaid, agreementText, payment, running } from '../../testing/agreement-stories.ts';
import { awarded, plan } from '../../testing/stories.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { project } from '../project.ts';
import { AgreementAmended, AgreementExtended, AgreementTerminated, AmendmentDrafted } from './agreement.ts';
import { amendAgreement } from './amend-agreement.ts';
import { draftAmendment } from './draft-amendment.ts';
import { extendAgreement } from './extend-agreement.ts';
import { planAdding, planWith } from './plan-changes.ts';

const administrator = by('administrator');
const second = by('second');
const reasons = 'As both sides agreed.';
const terms = { kind: 'terms', reasons, endsOn: '2034-06-30' } as const;
const termsDrafted = AmendmentDrafted({ kind: 'terms', reasons, plan, conditions: [], endsOn: '2034-06-30' });
const ended = AgreementTerminated({ cause: 'common-accord', reasons, plan: [], returned: [] });
const eligibleUntil = (day: string) => FunderTermsSet({ funder: 'region', notify: {}, eligibleUntil: day });

describe('draft-amendment', () => {
  it('writes another last day and further conditions', async () => {
    await running.when(draftAmendment, administrator, terms).decides(termsDrafted);
    await running
      .when(draftAmendment, administrator, { kind: 'terms', reasons, conditions: ['Report on energy.'] })
      .decides(AmendmentDrafted({ kind: 'terms', reasons, plan, conditions: ['Report on energy.'] }));
  });

  it('lowers what a funder is held to, over the payments that nobody asked for', async () => {
    const amounts = [{ funder: 'esf', amount: 3_000_000 }];
    const next = planAdding(plan, amounts, ['concept-advance']);
    await advancePaid
      .when(draftAmendment, administrator, { kind: 'amounts', reasons, amounts })
      .decides(AmendmentDrafted({ kind: 'amounts', reasons, plan: next, conditions: [] }));
    expect(next[0]).toEqual(plan[0]);
  });

  it('moves money between payments', () => {
    const less = payment('pilot', 'advance').shares.map(({ funder, amount }) => ({ funder, amount: amount - 100 }));
    const more = payment('pilot', 'balance').shares.map(({ funder, amount }) => ({ funder, amount: amount + 100 }));
    const payments = [
      { phase: 'pilot' as const, kind: 'advance' as const, shares: less },
      { phase: 'pilot' as const, kind: 'balance' as const, shares: more },
    ];
    return running
      .when(draftAmendment, administrator, { kind: 'plan', reasons, payments })
      .decides(AmendmentDrafted({ kind: 'plan', reasons, plan: planWith(plan, payments), conditions: [] }));
  });

  it('never holds a funder to more than before', async () => {
    await running
      .when(draftAmendment, administrator, { kind: 'amounts', reasons, amounts: [{ funder: 'esf', amount: 4_000_001 }] })
      .refuses('beyond-commitment', { funders: ['esf'] });
    await running
      .when(draftAmendment, administrator, { kind: 'amounts', reasons, amounts: [{ funder: 'lottery', amount: 1 }] })
      .refuses('beyond-commitment', { funders: ['lottery'] });
    const payments = [{ phase: 'pilot' as const, kind: 'advance' as const, shares: [{ funder: 'region', amount: 1_080_001 }] }];
    await running.when(draftAmendment, administrator, { kind: 'plan', reasons, payments }).refuses('beyond-commitment', { funders: ['region'] });
  });

  it('does not change a payment that was asked for or made', async () => {
    const payments = [{ phase: 'concept' as const, kind: 'advance' as const, shares: [{ funder: 'region', amount: 1 }] }];
    await advancePaid
      .when(draftAmendment, administrator, { kind: 'plan', reasons, payments })
      .refuses('payment-settled', { payments: ['concept-advance'] });
    const requested = running.and(TrancheRequested(payment('concept', 'advance')));
    await requested.when(draftAmendment, administrator, { kind: 'plan', reasons, payments }).refuses('payment-settled');
  });

  it('does not go below what was asked for or made', async () => {
    const to = (amount: number) => ({ kind: 'amounts' as const, reasons, amounts: [{ funder: 'esf', amount }] });
    await advancePaid.when(draftAmendment, administrator, to(239_999)).refuses('below-settled', { funders: ['esf'] });
    const lowest = await advancePaid.when(draftAmendment, administrator, to(240_000)).after();
    expect(lowest.state(project).agreement?.drafted?.plan).toHaveLength(9);
  });

  it.each([
    ['no amount', { kind: 'amounts' as const, reasons }],
    ['the amounts in force', { kind: 'amounts' as const, reasons, amounts: [{ funder: 'esf', amount: 4_000_000 }] }],
    ['no payment', { kind: 'plan' as const, reasons }],
    ['no phase', { kind: 'consolidation' as const, reasons }],
    ['a last phase, after which there is nothing', { kind: 'consolidation' as const, reasons, phase: 'institutionalisation' as const }],
    ['no term', { kind: 'terms' as const, reasons }],
  ])('changes something: not with %s', (_, asked) => running.when(draftAmendment, administrator, asked).refuses('amendment-changes-nothing'));

  it('ends on a day to come', () =>
    running.when(draftAmendment, administrator, { ...terms, endsOn: '2027-06-07' }).refuses('end-already-past', { endsOn: '2027-06-07' }));

  it('ends no later than the money of each funder can be spent', async () => {
    const limited = (day: string) => running.andOn('programme-breakthrough', eligibleUntil(day)).when(draftAmendment, administrator, terms);
    await limited('2034-06-29').refuses('beyond-funder-end', { funders: ['region (2034-06-29)'] });
    await limited('2034-06-30').decides(termsDrafted);
  });

  it('needs an agreement in force', async () => {
    await awarded.when(draftAmendment, administrator, terms).refuses('agreement-not-in-force', { stage: 'agreement' });
    await running.and(ended).when(draftAmendment, administrator, terms).refuses('agreement-not-in-force', { stage: 'closing' });
  });
});

describe('amend-agreement', () => {
  it('puts into force what another person drafted', async () => {
    const asked = running.and(termsDrafted).when(amendAgreement, second, {});
    await asked.decides(
      AgreementAmended({ kind: 'terms', reasons, plan, conditions: [], endsOn: '2034-06-30', number: 1, amount: 10_000_000, returned: [] }),
    );
    const { agreement } = (await asked.after()).state(project);
    expect(agreement).toMatchObject({ version: 2, endsOn: '2034-06-30', amendments: [{ version: 2, kind: 'terms' }] });
    expect(agreement?.drafted).toBeUndefined();
  });

  it('adds conditions to those there are', async () => {
    const further = AmendmentDrafted({ kind: 'terms', reasons, plan, conditions: ['Report on energy.'] });
    const { agreement } = (await running.and(further).when(amendAgreement, second, {}).after()).state(project);
    expect(agreement?.conditions.map(({ condition, text }) => `${condition} ${text}`)).toEqual([
      'condition-1 Publish the observations of every trial.',
      'condition-2 Keep the workshops open to all.',
      'condition-3 Report on energy.',
    ]);
    expect(agreement?.endsOn).toBe('2033-06-30');
  });

  it('returns to the envelope what funders are no longer held to', async () => {
    const next = planAdding(plan, [{ funder: 'esf', amount: 3_000_000 }], []);
    const asked = running.and(AmendmentDrafted({ kind: 'amounts', reasons, plan: next, conditions: [] })).when(amendAgreement, second, {});
    const back = [{ funder: 'esf', amount: 1_000_000 }];
    await asked.decides(
      AgreementAmended({ kind: 'amounts', reasons, plan: next, conditions: [], number: 1, amount: 9_000_000, returned: back }),
      on('call-spring', AwardReturned({ application: 'repair', shares: back, because: 'reduced' })),
    );
    const after = await asked.after();
    expect(after.state(call, 'call-spring').committed).toEqual({ region: 6_000_000, esf: 3_000_000 });
    expect(after.state(project).agreement).toMatchObject({ amount: 9_000_000, shares: [{ amount: 6_000_000 }, { amount: 3_000_000 }] });
  });

  it('needs a second person', () => running.and(termsDrafted).when(amendAgreement, administrator, {}).refuses('second-person-needed'));

  it('needs a draft', () => running.when(amendAgreement, second, {}).refuses('no-amendment-drafted'));

  it('is concluded once', async () => {
    const amended = await running.and(termsDrafted).when(amendAgreement, second, {}).after();
    await amended.when(amendAgreement, second, {}).refuses('no-amendment-drafted');
  });

  it('fails on a payment that was asked for since it was drafted', () => {
    const next = planAdding(plan, [{ funder: 'esf', amount: 3_000_000 }], []);
    return running
      .and(AmendmentDrafted({ kind: 'amounts', reasons, plan: next, conditions: [] }), TrancheRequested(payment('concept', 'advance')))
      .when(amendAgreement, second, {})
      .refuses('payment-settled', { payments: ['concept-advance'] });
  });

  it('fails where a funder would be held to more than since agreed', () => {
    const next = planAdding(plan, [{ funder: 'esf', amount: 3_000_000 }], []);
    const lowered = AgreementAmended({ kind: 'amounts', reasons, plan: next, conditions: [], number: 1, amount: 9_000_000, returned: [] });
    return running
      .and(lowered, termsDrafted)
      .when(amendAgreement, second, {})
      .refuses('beyond-commitment', { funders: ['esf'] });
  });

  it('needs an agreement in force', () => running.and(termsDrafted, ended).when(amendAgreement, second, {}).refuses('agreement-not-in-force'));
});

describe('extend-agreement', () => {
  const later = { endsOn: '2034-06-30', reasons };

  it('gives a later last day, as a version of its own', async () => {
    const asked = running.when(extendAgreement, administrator, later);
    await asked.decides(AgreementExtended(later));
    expect((await asked.after()).state(project).agreement).toMatchObject({
      version: 2,
      endsOn: '2034-06-30',
      amendments: [{ version: 2, kind: 'extension' }],
    });
  });

  it('is later than the one in force', async () => {
    await running.when(extendAgreement, administrator, { ...later, endsOn: agreementText.endsOn }).refuses('end-not-later', { endsOn: '2033-06-30' });
    await running
      .when(extendAgreement, administrator, { ...later, endsOn: '2033-07-01' })
      .decides(AgreementExtended({ ...later, endsOn: '2033-07-01' }));
  });

  it('is later than today', () =>
    running.at('2034-06-30T10:00:00Z').when(extendAgreement, administrator, later).refuses('end-already-past', { endsOn: '2034-06-30' }));

  it('keeps to the money of each funder', async () => {
    const limited = (day: string) => running.andOn('programme-breakthrough', eligibleUntil(day)).when(extendAgreement, administrator, later);
    await limited('2034-06-29').refuses('beyond-funder-end', { endsOn: '2034-06-30', funders: ['region (2034-06-29)'] });
    await limited('2034-06-30').decides(AgreementExtended(later));
  });

  it('is not for the holder', () => running.when(extendAgreement, by('hanna'), later).refuses('not-by-the-holder'));

  it('needs an agreement in force', () => awarded.when(extendAgreement, administrator, later).refuses('agreement-not-in-force'));
});
