import { describe, expect, it } from 'vitest';
import { onWhenever } from '../../kernel/command.ts';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { ApplicationRegistered, register } from '../../register/register.ts';
import { content, contentAsking } from '../../testing/samples.ts';
import { draftApplication, draftedCall, inReview, publishedCall, selected, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ApplicationReserved } from '../selection/selection.ts';
import {
  ApplicationRevised,
  ApplicationStarted,
  ApplicationSubmitted,
  DeclaredEligible,
  DeclaredIneligible,
  SilenceRecorded,
} from './application.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { recordSilence } from './record-silence.ts';
import { reviseApplication } from './revise-application.ts';
import { startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';

const hanna = by('hanna');
const administrator = by('administrator');

describe('start-application', () => {
  const nobodyYet = publishedCall.of('project-repair');

  it('makes whoever starts it the holder and takes a place in the register, whoever else does so at the same time', () =>
    nobodyYet
      .when(startApplication, hanna, { call: 'spring' })
      .decides(
        ApplicationStarted({ call: 'spring', holder: 'hanna' }),
        onWhenever('register-spring', ApplicationRegistered({ application: 'repair' })),
      ));

  it('numbers applications in the order in which they came', async () => {
    const first = await nobodyYet.when(startApplication, hanna, { call: 'spring' }).after();
    const second = await first.of('project-other').when(startApplication, by('omar'), { call: 'spring' }).after();
    expect(second.state(register, 'register-spring').applications).toEqual(['repair', 'other']);
  });

  it('refuses a call that does not exist', () => nobodyYet.when(startApplication, hanna, { call: 'nowhere' }).refuses('call-unknown'));

  it('refuses a call that is not published', () =>
    draftedCall.of('project-repair').when(startApplication, hanna, { call: 'spring' }).refuses('call-takes-no-applications'));

  it('refuses once the closing day is over, even when nobody recorded the closing', () =>
    nobodyYet.at('2027-03-12T23:00:00Z').when(startApplication, hanna, { call: 'spring' }).refuses('call-takes-no-applications'));
});

describe('revise-application', () => {
  it('changes what is given and leaves the rest', async () => {
    const revised = await draftApplication.and(ApplicationRevised(content)).when(reviseApplication, hanna, { title: 'Another title' }).after();
    expect(revised.state(project).application.content).toEqual({ ...content, title: 'Another title' });
  });

  it('refuses once the application is handed in', () =>
    submitted.when(reviseApplication, hanna, { title: 'Too late' }).refuses('application-not-draft'));

  it('refuses once the call has closed', () =>
    draftApplication.at('2027-03-13T08:00:00Z').when(reviseApplication, hanna, { title: 'Too late' }).refuses('call-takes-no-applications'));

  it('does not accept an amount below a cent, nor a field that nobody asked for', () => {
    expect(reviseApplication.data.safeParse({ requested: 0.5 }).success).toBe(false);
    expect(reviseApplication.data.safeParse({ telephone: '0600000000' }).success).toBe(false);
    expect(reviseApplication.data.safeParse({}).success).toBe(false);
  });
});

describe('submit-application', () => {
  const complete = draftApplication.and(ApplicationRevised(content));

  it('hands in what is complete', () => complete.when(submitApplication, hanna, {}).decides(ApplicationSubmitted({ requested: 10_000_000 })));

  it('counts the whole closing day, in the programme’s time zone', () =>
    complete
      .at('2027-03-12T22:59:59Z')
      .when(submitApplication, hanna, {})
      .decides(ApplicationSubmitted({ requested: 10_000_000 })));

  it('refuses a minute later', () => complete.at('2027-03-12T23:00:00Z').when(submitApplication, hanna, {}).refuses('call-takes-no-applications'));

  it('names the parts that are missing', () =>
    draftApplication
      .and(ApplicationRevised({ title: 'Only a title' }))
      .when(submitApplication, hanna, {})
      .refuses('application-incomplete', {
        missing: ['summary', 'finality', 'organisation', 'works', 'budget', 'requested', 'expectedStart', 'selfAssessment'],
      }));

  it('refuses to ask for more than the call grants', () =>
    draftApplication
      .and(ApplicationRevised(contentAsking(15_000_001)))
      .when(submitApplication, hanna, {})
      .refuses('requested-above-maximum', { requested: 15_000_001, maxGrant: 15_000_000 }));

  it('refuses a financing plan whose two sides differ', () =>
    complete
      .and(ApplicationRevised({ requested: 9_999_999 }))
      .when(submitApplication, hanna, {})
      .refuses('financing-not-balanced', { needs: 12_000_000, resources: 11_999_999 }));

  it('is done once', () => submitted.when(submitApplication, hanna, {}).refuses('application-not-draft'));
});

describe('assess-eligibility', () => {
  const missing = [{ check: 'completeness', reason: 'The statutes are missing.' }] as const;

  it('opens the way to reviews', async () => {
    const eligible = await submitted.when(assessEligibility, administrator, { outcome: 'eligible', reasons: [] }).after();
    expect(eligible.past.at(-1)?.decision).toEqual(DeclaredEligible({ reasons: [] }));
    expect(eligible.state(project).stage).toBe('in-review');
  });

  it('ends the application with reasons', () =>
    submitted
      .when(assessEligibility, administrator, { outcome: 'ineligible', reasons: [...missing] })
      .decides(DeclaredIneligible({ reasons: [...missing] })));

  it('refuses to exclude without a reason', () =>
    submitted.when(assessEligibility, administrator, { outcome: 'ineligible', reasons: [] }).refuses('reasons-missing'));

  it('is not for the holder', () => submitted.when(assessEligibility, hanna, { outcome: 'eligible', reasons: [] }).refuses('not-by-the-holder'));

  it('is done once', () =>
    inReview.when(assessEligibility, administrator, { outcome: 'eligible', reasons: [] }).refuses('application-not-submitted'));
});

describe('record-silence', () => {
  const twoMonthsLater = '2027-05-01T22:00:00Z';

  it('records an implied refusal two months after receipt', () =>
    inReview.at(twoMonthsLater).when(recordSilence, theProcess, {}).decides(SilenceRecorded({})));

  it('refuses while the time to answer runs', () =>
    inReview.at('2027-05-01T21:59:59Z').when(recordSilence, theProcess, {}).refuses('time-to-answer-not-over', { lastDay: '2027-05-01' }));

  it('is recorded once', () => inReview.at(twoMonthsLater).and(SilenceRecorded({})).when(recordSilence, theProcess, {}).refuses('no-answer-awaited'));

  it('does not concern an application that was answered', () =>
    submitted
      .and(DeclaredIneligible({ reasons: [{ check: 'eligibility', reason: 'Outside the region.' }] }))
      .at(twoMonthsLater)
      .when(recordSilence, theProcess, {})
      .refuses('no-answer-awaited'));

  it('concerns one that waits in reserve', () =>
    inReview
      .and(ApplicationReserved({ rank: 9, total: 70, amount: 10_000_000 }))
      .at(twoMonthsLater)
      .when(recordSilence, theProcess, {})
      .decides(SilenceRecorded({})));

  it('leaves the application where it stands: an express award can still follow', () => {
    const silent = selected.at('2027-05-02T10:00:00Z').and(SilenceRecorded({}));
    expect(silent.state(project)).toMatchObject({ stage: 'selected', application: { impliedRefusal: true } });
  });
});
