import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../kernel/testing/given-when-then.ts';
import { terms } from '../testing/samples.ts';
import { draftedCall, openCall as openedCall, programmeStory, publishedCall } from '../testing/stories.ts';
import { call, takesApplications, takesDrafts } from './call.ts';
import { closeCall } from './close-call.ts';
import { draftCall } from './draft-call.ts';
import { openCall } from './open-call.ts';
import { publishCall } from './publish-call.ts';
import { CallClosed, CallOpened, CallPublished } from './stage.ts';
import { CallDrafted } from './terms.ts';

const administrator = by('administrator');

describe('draft-call', () => {
  const newCall = programmeStory.of('call-spring');

  it('keeps the terms of the call', () => newCall.when(draftCall, administrator, terms).decides(CallDrafted(terms)));

  it('plans the selection by the policy when no day is given', () => {
    const { selectionOn: _, ...withoutDay } = terms;
    return newCall.when(draftCall, administrator, withoutDay).decides(CallDrafted({ ...terms, selectionOn: '2027-06-10' }));
  });

  it('refuses a programme that does not exist', () =>
    newCall.when(draftCall, administrator, { ...terms, programme: 'elsewhere' }).refuses('programme-unknown'));

  it('refuses funders that the programme has not', () =>
    newCall
      .when(draftCall, administrator, { ...terms, envelope: [...terms.envelope, { funder: 'lottery', amount: 1 }] })
      .refuses('funder-unknown', { funders: ['lottery'] }));

  it('refuses a funder listed twice', () =>
    newCall
      .when(draftCall, administrator, { ...terms, envelope: [...terms.envelope, { funder: 'region', amount: 1 }] })
      .refuses('funder-listed-twice', { funders: ['region'] }));

  it.each([
    ['it would close before it opens', { opensOn: '2027-03-13' }],
    ['it would select before it closes', { selectionOn: '2027-03-11' }],
  ])('refuses dates when %s', (_, dates) => newCall.when(draftCall, administrator, { ...terms, ...dates }).refuses('call-dates-out-of-order'));
});

describe('publish-call', () => {
  it('makes the call known', () => draftedCall.when(publishCall, administrator, {}).decides(CallPublished({})));

  it('is done once', () => publishedCall.when(publishCall, administrator, {}).refuses('call-not-draft'));

  it('refuses a call whose closing day is over', () =>
    draftedCall.at('2027-03-12T23:00:00Z').when(publishCall, administrator, {}).refuses('closing-day-over'));
});

describe('open-call', () => {
  it('is recorded by the process as the opening day begins in the programme’s time zone', () =>
    publishedCall.at('2027-01-10T23:00:00Z').when(openCall, theProcess, {}).decides(CallOpened({})));

  it('is refused before', () => publishedCall.at('2027-01-10T22:59:59Z').when(openCall, theProcess, {}).refuses('opening-day-to-come'));

  it('is refused for a draft', () => draftedCall.at('2027-01-11T08:00:00Z').when(openCall, theProcess, {}).refuses('call-not-published'));
});

describe('close-call', () => {
  it('is recorded as the closing day ends', () => openedCall.at('2027-03-12T23:00:00Z').when(closeCall, theProcess, {}).decides(CallClosed({})));

  it('is refused while the closing day lasts', () =>
    openedCall.at('2027-03-12T22:59:59Z').when(closeCall, administrator, {}).refuses('closing-day-not-over'));

  it('can be done by hand when the opening was never recorded', () =>
    publishedCall.at('2027-03-15T09:00:00Z').when(closeCall, administrator, {}).decides(CallClosed({})));

  it('can be done earlier by an administrator who gives the reason, which is recorded', () =>
    openedCall
      .at('2027-03-01T09:00:00Z')
      .when(closeCall, administrator, { earlyBecause: 'The envelope is spent.' })
      .decides(CallClosed({ earlyBecause: 'The envelope is spent.' })));

  it('is done once', () => openedCall.at('2027-03-15T09:00:00Z').and(CallClosed({})).when(closeCall, administrator, {}).refuses('call-not-open'));
});

describe('a published call', () => {
  const zone = 'Europe/Paris';

  it('takes drafts before it opens, and applications from the second at which its first day begins, whether or not the opening was recorded', () => {
    const state = publishedCall.state(call);
    expect([takesDrafts(state, '2027-01-10T22:59:59Z', zone), takesApplications(state, '2027-01-10T22:59:59Z', zone)]).toEqual([true, false]);
    expect(takesApplications(state, '2027-01-10T23:00:00Z', zone)).toBe(true);
  });

  it('takes both until the second at which its last day ends', () => {
    const state = publishedCall.state(call);
    expect([takesDrafts(state, '2027-03-12T22:59:59Z', zone), takesApplications(state, '2027-03-12T22:59:59Z', zone)]).toEqual([true, true]);
    expect([takesDrafts(state, '2027-03-12T23:00:00Z', zone), takesApplications(state, '2027-03-12T23:00:00Z', zone)]).toEqual([false, false]);
  });
});
