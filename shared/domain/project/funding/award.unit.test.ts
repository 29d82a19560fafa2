import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { AidCancelled, AidDeclared } from '../../organisation/aid.ts';
import { OrganisationRegistered, organisation } from '../../organisation/organisation.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { drafted } from '../../testing/agreement-stories.ts';
import { awarded, inConcept, plan, returned, selected, shares, signed } from '../../testing/stories.ts';
import { AgreementLapsed, AgreementSigned } from '../agreement/agreement.ts';
import { lapseAgreement } from '../agreement/lapse-agreement.ts';
import { signAgreement } from '../agreement/sign-agreement.ts';
import { signForParty } from '../agreement/sign-for-party.ts';
import { withdrawFromAgreement } from '../agreement/withdraw-from-agreement.ts';
import { MemberAdded } from '../application/consortium.ts';
import { PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { ApplicationSelected } from '../selection/selection.ts';
import { acceptReducedAward } from './accept-reduced-award.ts';
import { decideFunding } from './decide-funding.ts';
import {
  ActMadeExecutory,
  AwardRenounced,
  FundingDeclined,
  FundingGranted,
  GrantAwarded,
  ReducedAwardAccepted,
  ReservationLifted,
} from './funding.ts';
import { liftReservation } from './lift-reservation.ts';
import { recordExecutory } from './record-executory.ts';
import { renounceAward } from './renounce-award.ts';
import { withdrawAward } from './withdraw-award.ts';
import { AwardWithdrawn, WithdrawalAnnounced, WithdrawalAnswered } from './withdrawal.ts';

const officer = by('officer');
const administrator = by('administrator');
const hanna = by('hanna');
const byRegion = FundingGranted({ funder: 'region', amount: 6_000_000 });
const act = { reference: 'CP 2027-118', decidedOn: '2027-04-20', kind: 'deliberation' as const };
const programme = 'programme-breakthrough';

describe('the act of a funder', () => {
  it('is named with its decision, taken that day or before', () =>
    selected
      .when(decideFunding, officer, { funder: 'region', outcome: 'granted', act })
      .decides(FundingGranted({ funder: 'region', amount: 6_000_000, act })));

  it('is named by a funder that declines as well', () =>
    selected
      .when(decideFunding, officer, { funder: 'esf', outcome: 'declined', reasons: 'Outside its programme.', act })
      .decides(
        FundingDeclined({ funder: 'esf', amount: 4_000_000, reasons: 'Outside its programme.', act }),
        on('call-spring', returned('funding-declined')),
      ));

  it('is not dated later than today', () =>
    selected
      .when(decideFunding, officer, { funder: 'region', outcome: 'granted', act: { ...act, decidedOn: '2027-04-21' } })
      .refuses('act-dated-later', { decidedOn: '2027-04-21' }));
});

describe('record-executory', () => {
  const granted = selected.and(FundingGranted({ funder: 'region', amount: 6_000_000, act })).at('2027-05-04T10:00:00Z');
  const made = { funder: 'region', transmittedOn: '2027-04-22', executoryOn: '2027-04-23' };

  it('records the transmission of the act and the day from which it is executory', () =>
    granted.when(recordExecutory, administrator, made).decides(ActMadeExecutory(made)));

  it('allows all of it on one day', () => {
    const atOnce = { funder: 'region', transmittedOn: '2027-05-04', executoryOn: '2027-05-04' };
    return granted.when(recordExecutory, administrator, atOnce).decides(ActMadeExecutory(atOnce));
  });

  it.each([
    ['transmitted before it was decided', { transmittedOn: '2027-04-19' }],
    ['executory before it was transmitted', { executoryOn: '2027-04-21' }],
    ['executory on a day to come', { executoryOn: '2027-05-05' }],
  ])('refuses an act that was %s', (_, dates) =>
    granted.when(recordExecutory, administrator, { ...made, ...dates }).refuses('act-dates-out-of-order'),
  );

  it('needs a funder that has granted', async () => {
    await granted.when(recordExecutory, administrator, { ...made, funder: 'esf' }).refuses('funding-not-granted', { funder: 'esf' });
    const refused = granted.and(FundingDeclined({ funder: 'esf', amount: 4_000_000, reasons: 'Outside its programme.' }));
    await refused.when(recordExecutory, administrator, made).refuses('funding-not-granted');
  });

  it('is for a project that goes on', () =>
    granted
      .and(AwardRenounced({ reasons: 'Too little.' }))
      .when(recordExecutory, administrator, made)
      .refuses('funding-not-granted', { funder: 'region' }));

  it('is recorded once', () =>
    granted.and(ActMadeExecutory(made)).when(recordExecutory, administrator, made).refuses('act-already-executory', { executoryOn: '2027-04-23' }));
});

describe('where the policy asks for executory acts', () => {
  const policy = Policy.parse({ award: { executoryNeeded: true } });
  const strict = awarded.andOn(programme, PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy })).at('2027-05-20T10:00:00Z');
  const signature = { signedOn: '2027-05-20', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
  const executory = (funder: string) => ActMadeExecutory({ funder, transmittedOn: '2027-05-04', executoryOn: '2027-05-05' });

  it('the agreement waits for that of the Region', async () => {
    await strict.when(signAgreement, administrator, signature).refuses('act-not-executory', { funders: ['region'] });
    const ready = await strict.and(executory('region')).when(signAgreement, administrator, signature).after();
    expect(ready.state(project).agreement?.amount).toBe(10_000_000);
  });

  it('it waits for every délibération', () =>
    strict
      .and(FundingGranted({ funder: 'esf', amount: 4_000_000, act: { ...act, reference: 'CD 12' } }), executory('region'))
      .when(signAgreement, administrator, signature)
      .refuses('act-not-executory', { funders: ['esf'] }));
});

describe('reservations', () => {
  const lease = { reservation: 'lease', text: 'A lease for the workshop.' };
  const reserved = selected
    .and(ApplicationSelected({ rank: 1, total: 80, amount: 10_000_000, shares, reservations: [lease] }))
    .and(FundingGranted({ funder: 'region', amount: 6_000_000, conditions: ['A second partner.', 'An audit.'] }));
  const evidence = 'Seen on 2 June.';
  const lifted = (reservation: string) => ReservationLifted({ reservation, evidence });
  const whole = reserved.and(FundingGranted({ funder: 'esf', amount: 4_000_000 }), GrantAwarded({ amount: 10_000_000, shares }));

  it('of a funder are named with its decision', () =>
    selected
      .when(decideFunding, officer, { funder: 'region', outcome: 'granted', conditions: ['A second partner.'] })
      .decides(FundingGranted({ funder: 'region', amount: 6_000_000, conditions: ['A second partner.'] })));

  it('are lifted one by one, with what shows it', () =>
    reserved.when(liftReservation, administrator, { reservation: 'lease', evidence }).decides(lifted('lease')));

  it('are lifted after the award as well', () =>
    whole.when(liftReservation, administrator, { reservation: 'region-2', evidence }).decides(lifted('region-2')));

  it('keep the agreement from being signed while one is open, on paper or by party', async () => {
    const open = whole.and(lifted('lease'), lifted('region-1')).at('2027-05-20T10:00:00Z');
    const signature = { signedOn: '2027-05-20', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
    await open.when(signAgreement, administrator, signature).refuses('reservations-open', { reservations: ['region-2'] });
    const signable = await open.and(lifted('region-2')).when(signAgreement, administrator, signature).after();
    expect(signable.state(project).agreement).toBeDefined();
    await drafted
      .and(FundingGranted({ funder: 'region', amount: 6_000_000, conditions: ['An audit.'] }))
      .when(signForParty, by('director'), { party: 'region' })
      .refuses('reservations-open', { reservations: ['region-1'] });
  });

  it('are due from the holder until the last day for signing, as long as one is open', async () => {
    const due = async (world: typeof whole) =>
      (await processView('project', 'repair', world.load)).obligations
        .filter(({ kind }) => kind === 'lift-reservations')
        .map(({ for: who, due: at }) => ({ who, at }));
    expect(await due(whole)).toEqual([{ who: { person: 'hanna' }, at: '2027-06-19T22:00:00Z' }]);
    const two = whole.and(lifted('lease'), lifted('region-1'));
    expect(await due(two)).toHaveLength(1);
    expect(await due(two.and(lifted('region-2')))).toEqual([]);
    expect(await due(reserved)).toEqual([]);
  });

  it('are those that were made', () =>
    reserved.when(liftReservation, administrator, { reservation: 'esf-1', evidence }).refuses('reservation-unknown', { reservation: 'esf-1' }));

  it('are lifted once', () =>
    reserved.and(lifted('lease')).when(liftReservation, administrator, { reservation: 'lease', evidence }).refuses('reservation-already-lifted'));

  it('are not lifted by the holder', () => reserved.when(liftReservation, hanna, { reservation: 'lease', evidence }).refuses('not-by-the-holder'));

  it('are settled before signature', async () => {
    await signed.when(liftReservation, administrator, { reservation: 'lease', evidence }).refuses('no-agreement-awaited');
    await inConcept.when(liftReservation, administrator, { reservation: 'lease', evidence }).refuses('no-agreement-awaited', { stage: 'concept' });
  });
});

describe('a reduced award', () => {
  const reasons = 'Premises are left out.';
  const less = { funder: 'esf', outcome: 'granted', amount: 2_999_999, reasons } as const;
  const reducedShares = [
    { funder: 'region', amount: 6_000_000 },
    { funder: 'esf', amount: 2_999_999 },
  ];
  const back = AwardReturned({ application: 'repair', shares: [{ funder: 'esf', amount: 1_000_001 }], because: 'reduced' });
  const reduced = selected.and(byRegion).when(decideFunding, officer, less);
  const budget = { needs: [{ label: 'Staff', amount: 9_000_000 }], resources: [{ label: 'Own funds', amount: 1 }] };

  it('is granted below the share, with reasons; the rest returns to the envelope once the award is whole', async () => {
    await reduced.decides(
      FundingGranted({ funder: 'esf', amount: 2_999_999, asked: 4_000_000, reasons }),
      GrantAwarded({ amount: 8_999_999, shares: reducedShares, reduced: true }),
      on('call-spring', back),
    );
    expect((await reduced.after()).state(call, 'call-spring').committed).toEqual({ region: 6_000_000, esf: 2_999_999 });
  });

  it('is counted as well where the reduced share was granted first', () =>
    selected
      .and(FundingGranted({ funder: 'esf', amount: 2_999_999, asked: 4_000_000, reasons }))
      .when(decideFunding, officer, { funder: 'region', outcome: 'granted' })
      .decides(byRegion, GrantAwarded({ amount: 8_999_999, shares: reducedShares, reduced: true }), on('call-spring', back)));

  it('needs reasons', () =>
    selected.when(decideFunding, officer, { funder: 'esf', outcome: 'granted', amount: 3_999_999 }).refuses('reasons-missing'));

  it('is no reduction at the whole share', () =>
    selected.when(decideFunding, officer, { funder: 'region', outcome: 'granted', amount: 6_000_000 }).decides(byRegion));

  it('is never more than the share', () =>
    selected
      .when(decideFunding, officer, { funder: 'esf', outcome: 'granted', amount: 4_000_001, reasons })
      .refuses('above-its-share', { share: 4_000_000, amount: 4_000_001 }));

  it('is accepted by the holder with a balanced financing plan, before anybody signs', async () => {
    const waiting = (await reduced.after()).at('2027-05-20T10:00:00Z');
    const signature = { signedOn: '2027-05-20', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
    await waiting.when(signAgreement, administrator, signature).refuses('reduction-not-accepted');
    const accepting = waiting.when(acceptReducedAward, hanna, { budget });
    await accepting.decides(ReducedAwardAccepted({ budget }));
    const ready = await (await accepting.after()).when(signAgreement, administrator, signature).after();
    expect(ready.state(project).agreement).toMatchObject({ amount: 8_999_999, shares: reducedShares });
  });

  it('is not accepted with a plan that is not balanced', async () =>
    (await reduced.after())
      .when(acceptReducedAward, hanna, { budget: { ...budget, resources: [] } })
      .refuses('financing-not-balanced', { needs: 9_000_000, resources: 8_999_999 }));

  it('is accepted once, and only where there is one', async () => {
    await awarded.when(acceptReducedAward, hanna, { budget }).refuses('no-reduction-to-accept');
    await selected.when(acceptReducedAward, hanna, { budget }).refuses('no-reduction-to-accept', { stage: 'selected' });
    const accepted = (await reduced.after()).and(ReducedAwardAccepted({ budget }));
    await accepted.when(acceptReducedAward, hanna, { budget }).refuses('no-reduction-to-accept');
  });
});

describe('renounce-award', () => {
  const reasons = 'The reduced award does not carry the project.';

  it('ends the project, and the money returns to the envelope', async () => {
    const asked = awarded.when(renounceAward, hanna, { reasons });
    await asked.decides(AwardRenounced({ reasons }), on('call-spring', returned('withdrawn')));
    expect((await asked.after()).state(project).stage).toBe('ended');
  });

  it('is for an award that is not signed', async () => {
    await selected.when(renounceAward, hanna, { reasons }).refuses('no-agreement-awaited', { stage: 'selected' });
    await signed.when(renounceAward, hanna, { reasons }).refuses('no-agreement-awaited');
  });
});

describe('an award of de minimis aid', () => {
  const registered = OrganisationRegistered({ name: { fr: 'Ateliers', en: 'Workshops' }, administrator: 'hanna' });
  const lead = MemberAdded({ member: 'workshops', organisation: 'workshops', role: 'lead' });
  const earlier = (amount: number) =>
    AidDeclared({ aid: 'town', granter: 'Ville', regime: 'general', amount, grantedOn: '2026-05-12', source: 'declared' });
  const granting = { funder: 'esf', outcome: 'granted', regime: 'general' } as const;
  const last = selected.andOn('organisation-workshops', registered).and(byRegion);
  const counted = AidDeclared({ aid: 'repair', granter: 'Rupture', regime: 'general', amount: 10_000_000, grantedOn: '2027-04-20', source: 'award' });

  it('enters the aid history of the lead of the consortium, up to the ceiling', () =>
    last
      .and(lead)
      .andOn('organisation-workshops', earlier(20_000_000))
      .when(decideFunding, officer, granting)
      .decides(
        FundingGranted({ funder: 'esf', amount: 4_000_000, regime: 'general' }),
        GrantAwarded({ amount: 10_000_000, shares, aid: { regime: 'general', organisation: 'workshops' } }),
        on('organisation-workshops', counted),
      ));

  it('is refused a cent above the ceiling, with the arithmetic', () =>
    last
      .and(lead)
      .andOn('organisation-workshops', earlier(20_000_001))
      .when(decideFunding, officer, granting)
      .refuses('de-minimis-exceeded', { amount: 10_000_000, ceiling: 30_000_000, counted: 20_000_001, left: 9_999_999, organisation: 'workshops' }));

  it('needs to know for whom it counts', () => last.when(decideFunding, officer, granting).refuses('beneficiary-not-named'));

  it('counts for the organisation and under the regime that an earlier funder named', () =>
    selected
      .and(FundingGranted({ funder: 'region', amount: 6_000_000, regime: 'general', organisation: 'workshops' }))
      .when(decideFunding, officer, { funder: 'esf', outcome: 'granted' })
      .decides(
        FundingGranted({ funder: 'esf', amount: 4_000_000 }),
        GrantAwarded({ amount: 10_000_000, shares, aid: { regime: 'general', organisation: 'workshops' } }),
        on('organisation-workshops', counted),
      ));

  it('follows the policy where no funder names a regime', () =>
    last
      .andOn(programme, PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy: Policy.parse({ award: { regime: 'general' } }) }))
      .when(decideFunding, officer, { funder: 'esf', outcome: 'granted' })
      .refuses('beneficiary-not-named'));

  it('is only recorded, and not counted, under a regime that has no ceiling', () =>
    last
      .and(lead)
      .when(decideFunding, officer, { ...granting, regime: 'exempted' })
      .decides(
        FundingGranted({ funder: 'esf', amount: 4_000_000, regime: 'exempted' }),
        GrantAwarded({ amount: 10_000_000, shares, aid: { regime: 'exempted', organisation: 'workshops' } }),
      ));

  it('counts no more once the holder gave it up, or the authority withdrew it', async () => {
    const aided = await last.and(lead).when(decideFunding, officer, granting).after();
    const reasons = 'It cannot be kept.';
    const gone = on('organisation-workshops', AidCancelled({ aid: 'repair', reasons }));
    await aided.when(renounceAward, hanna, { reasons }).decides(AwardRenounced({ reasons }), on('call-spring', returned('withdrawn')), gone);
    const heard = aided.and(WithdrawalAnnounced({ ground: 'unlawful', reasons }), WithdrawalAnswered({ answer: 'So be it.' }));
    const back = on('call-spring', returned('award-withdrawn'));
    await heard.when(withdrawAward, officer, { reasons }).decides(AwardWithdrawn({ ground: 'unlawful', reasons }), back, gone);
  });

  it('counts no more where the holder withdrew before the first phase, and counts on where money could be paid', async () => {
    const aided = await last.and(lead).when(decideFunding, officer, granting).after();
    const agreed = aided.and(AgreementSigned({ signedOn: '2027-04-20', parties: ['Région', 'Atelier'], amount: 10_000_000, plan }));
    const left = await agreed.when(withdrawFromAgreement, hanna, { reasons: 'It cannot be kept.' }).after();
    expect(left.state(organisation, 'organisation-workshops').aids).toEqual({});
    const begun = agreed.and(PhaseEntered({ phase: 'concept', by: 'signature' }));
    const later = await begun.when(withdrawFromAgreement, hanna, { reasons: 'It cannot be kept.' }).after();
    expect(Object.keys(later.state(organisation, 'organisation-workshops').aids)).toEqual(['repair']);
  });

  it('counts no more once the award lapsed', async () => {
    const aided = await last.and(lead).when(decideFunding, officer, granting).after();
    const late = aided.at('2027-06-19T22:00:00Z').when(lapseAgreement, theProcess, {});
    const reasons = 'The agreement was not signed in time.';
    await late.decides(
      AgreementLapsed({}),
      on('call-spring', returned('agreement-lapsed')),
      on('organisation-workshops', AidCancelled({ aid: 'repair', reasons })),
    );
    expect((await late.after()).state(organisation, 'organisation-workshops').aids).toEqual({});
  });
});
