import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { on } from '../../kernel/command.ts';
import { by, theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { addShares } from '../../programme/shares.ts';
import { agreed } from '../../testing/agreement-stories.ts';
import { defaultPolicy } from '../../testing/samples.ts';
import { awarded, plan, returned, selected, signed } from '../../testing/stories.ts';
import { project } from '../project.ts';
import {
  AgreementAmended,
  AgreementConditionMet,
  AgreementExtended,
  AgreementLapsed,
  AgreementResumed,
  AgreementSigned,
  AgreementSuspended,
  AgreementTerminated,
  FormalNoticeAnswered,
  FormalNoticeGiven,
  FormalNoticeLifted,
  GrantPublished,
  PartyReplaced,
} from './agreement.ts';
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

  it('does not concern one that is signed', () =>
    signed.at(sixtyDaysLater).when(lapseAgreement, theProcess, {}).refuses('no-agreement-awaited', { stage: 'agreement' }));
});

describe('an agreement', () => {
  const conditionsOf = (world: World) => world.state(project).agreement?.conditions.map(({ condition, text }) => [condition, text]);
  const amended = (number: number, ...conditions: string[]) =>
    AgreementAmended({ kind: 'terms', reasons: 'As agreed.', plan, conditions, number, amount: 10_000_000, returned: [] });

  it('that was signed on paper holds its amounts, and nothing that nobody wrote here', () =>
    expect(signed.state(project).agreement).toMatchObject({
      version: 1,
      amount: 10_000_000,
      organisations: [],
      reportingOn: [],
      conditions: [],
      amendments: [],
      suspensions: [],
    }));

  it('numbers its conditions on from one amendment to the next', () => {
    const first = agreed.and(amended(1, 'Report on energy.', 'Report on waste.'));
    expect(conditionsOf(first)).toEqual([
      ['condition-1', 'Publish the observations of every trial.'],
      ['condition-2', 'Keep the workshops open to all.'],
      ['condition-3', 'Report on energy.'],
      ['condition-4', 'Report on waste.'],
    ]);
    expect(first.state(project).agreement).toMatchObject({ version: 2, amendments: [{ version: 2, kind: 'terms' }], reportingOn: ['2028-06-30'] });
    expect(conditionsOf(first.and(amended(2, 'Report on trips.')))?.at(-1)).toEqual(['condition-5', 'Report on trips.']);
  });

  it('is not there for what is told of one that was never signed', () => {
    const facts = [
      amended(1),
      AgreementExtended({ endsOn: '2034-06-30', reasons: 'As agreed.' }),
      AgreementConditionMet({ condition: 'condition-1', evidence: 'Seen.' }),
      PartyReplaced({ party: 'school', reasons: 'It left.' }),
      GrantPublished({ where: 'https://data.example.org/grants' }),
      AgreementSuspended({ phase: 'concept', reasons: 'A flood.' }),
      AgreementResumed({ phase: 'concept', reasons: 'It is dry.' }),
      FormalNoticeGiven({ breach: 'No report.' }),
      FormalNoticeAnswered({ answer: 'Here it is.' }),
      FormalNoticeLifted({ reasons: 'It is read.' }),
      AgreementTerminated({ cause: 'fault', reasons: 'As said.', plan: [], returned: [] }),
    ];
    for (const fact of facts) expect(awarded.and(fact).state(project).agreement).toBeUndefined();
  });

  it('knows no answer to a notice that was not given, and is not resumed where nothing was suspended', () => {
    expect(agreed.and(FormalNoticeAnswered({ answer: 'Here it is.' })).state(project).agreement?.notice).toBeUndefined();
    expect(agreed.and(AgreementResumed({ phase: 'concept', reasons: 'It is dry.' })).state(project).agreement?.suspensions).toEqual([]);
  });
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
