import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../kernel/testing/given-when-then.ts';
import { processView } from '../process/process-view.ts';
import { envelope } from '../testing/samples.ts';
import { draftedCall, openCall, publishedCall, selected, underReview } from '../testing/stories.ts';
import { amendCall } from './amend-call.ts';
import { call } from './call.ts';
import { cancelCall } from './cancel-call.ts';
import { closeCall } from './close-call.ts';
import { openCall as recordOpening } from './open-call.ts';
import { ReserveDrawn } from './selection.ts';
import { CallCancelled, CallClosed, CallOpened } from './stage.ts';
import { CallAmended } from './terms.ts';

const administrator = by('administrator');
const reasons = 'The storm cost everybody two weeks.';
const closed = underReview.of('call-spring');
const concluded = selected.of('call-spring');

describe('amend-call', () => {
  const amend = (changes: object, world = openCall) => world.when(amendCall, administrator, { reasons, ...changes });

  it('extends the closing, moves the selection and raises the maximum', async () => {
    const changes = { closesOn: '2027-03-26', selectionOn: '2027-06-11', maxGrant: 16_000_000 };
    await amend(changes).decides(CallAmended({ ...changes, reasons }));
    const { terms } = (await amend(changes).after()).state(call);
    expect(terms).toMatchObject({ ...changes, opensOn: '2027-01-11', envelope });
  });

  it('changes nothing else, and keeps what is left out', async () => {
    await amend({ closesOn: '2027-03-26' }).decides(CallAmended({ closesOn: '2027-03-26', reasons }));
    expect((await amend({ selectionOn: '2027-06-11' }).after()).state(call).terms.closesOn).toBe('2027-03-12');
  });

  it('needs something that differs', () => amend({ closesOn: '2027-03-12', maxGrant: 15_000_000 }).refuses('nothing-amended'));

  it('never cuts short what was published', async () => {
    await amend({ closesOn: '2027-03-11', maxGrant: 14_999_999 }).refuses('published-terms-kept', { fields: ['closesOn', 'maxGrant'] });
    await amend({ closesOn: '2027-03-12T22:59:59Z' }).refuses('published-terms-kept', { fields: ['closesOn'] });
    await amend({ closesOn: '2027-03-11' }, publishedCall).refuses('published-terms-kept', { fields: ['closesOn'] });
  });

  it('may shorten a draft', () =>
    amend({ closesOn: '2027-03-11', maxGrant: 1 }, draftedCall).decides(CallAmended({ closesOn: '2027-03-11', maxGrant: 1, reasons })));

  it('does not open a closing again that is over', async () => {
    await amend({ closesOn: '2027-03-26' }, openCall.at('2027-03-12T23:00:00Z')).refuses('closing-day-over', { closesOn: '2027-03-12' });
    await amend({ closesOn: '2027-03-26' }, openCall.at('2027-03-12T22:59:59Z')).decides(CallAmended({ closesOn: '2027-03-26', reasons }));
  });

  it('keeps the order of dates', () =>
    amend({ closesOn: '2027-05-29' }).refuses('call-dates-out-of-order', { closesOn: '2027-05-29', selectionOn: '2027-05-28' }));

  it('once closed changes the selection day and the envelope, then the envelope alone, then nothing', async () => {
    await amend({ selectionOn: '2027-06-11' }, closed).decides(CallAmended({ selectionOn: '2027-06-11', reasons }));
    await amend({ closesOn: '2027-04-01', maxGrant: 16_000_000 }, closed).refuses('amendment-too-late', {
      stage: 'closed',
      fields: ['closesOn', 'maxGrant'],
    });
    await amend({ selectionOn: '2027-06-11' }, concluded).refuses('amendment-too-late', { stage: 'concluded', fields: ['selectionOn'] });
    const cancelled = openCall.and(CallCancelled({ reasons }));
    await amend({ maxGrant: 16_000_000 }, cancelled).refuses('amendment-too-late', { stage: 'cancelled', fields: ['maxGrant'] });
  });

  it('gives the closing and the selection new dates to keep, with new reminders', async () => {
    const extended = await amend({ closesOn: '2027-03-26' }).after();
    const { obligations } = await processView('call', 'spring', extended.load);
    expect(obligations).toMatchObject([{ kind: 'close-call', id: 'close-call:call-spring@4', due: '2027-03-26T23:00:00Z' }]);
    const moved = await amend({ selectionOn: '2027-06-11' }, closed).after();
    expect((await processView('call', 'spring', moved.load)).obligations).toMatchObject([
      { kind: 'conclude-selection', id: 'conclude-selection:call-spring@5', due: '2027-06-11T22:00:00Z' },
    ]);
  });
});

describe('amending the envelope', () => {
  const put = (region: number, esf: number, world = openCall) =>
    world.when(amendCall, administrator, {
      reasons,
      envelope: [
        { funder: 'region', amount: region },
        { funder: 'esf', amount: esf },
      ],
    });
  const amended = (region: number, esf: number) =>
    CallAmended({
      envelope: [
        { funder: 'region', amount: region },
        { funder: 'esf', amount: esf },
      ],
      reasons,
    });

  it('is free while nothing is committed', () => put(1, 1).decides(amended(1, 1)));

  it('knows only funders of the programme, each with a line once', async () => {
    const line = { funder: 'region', amount: 1 };
    const with_ = (envelope: object[]) => openCall.when(amendCall, administrator, { reasons, envelope } as never);
    await with_([line, { funder: 'lottery', amount: 1 }]).refuses('funder-unknown', { funders: ['lottery'] });
    await with_([line, line]).refuses('funder-listed-twice', { funders: ['region'] });
    await with_([line, { ...line, line: 'budget-b' }]).decides(CallAmended({ envelope: [line, { ...line, line: 'budget-b' }], reasons }));
  });

  it('never goes below what is committed and kept back of a funder’s part', async () => {
    // 6,000,000 of the Region are committed, and 5 % of what it puts in are kept back.
    await put(6_315_790, 40_000_000, concluded).decides(amended(6_315_790, 40_000_000));
    await put(6_315_789, 40_000_000, concluded).refuses('envelope-below-committed', { funders: ['region'] });
    const without = concluded.when(amendCall, administrator, { reasons, envelope: [{ funder: 'region', amount: 60_000_000 }] });
    await without.refuses('envelope-below-committed', { funders: ['esf'] });
  });

  it('can be raised where a correction has drawn on what was kept back', () => {
    const drawn = concluded.and(
      ReserveDrawn({ application: 'later', shares: [{ funder: 'region', amount: 54_000_000 }], from: '2027-04-20T10:00:00Z' }),
    );
    return put(60_000_001, 40_000_000, drawn).decides(amended(60_000_001, 40_000_000));
  });
});

describe('a call that closes at an instant', () => {
  const atNoon = publishedCall.and(CallAmended({ closesOn: '2027-03-26T11:00:00Z', reasons }), CallOpened({}));

  it('is closed by the process at that second, and not before', async () => {
    const { obligations } = await processView('call', 'spring', atNoon.load);
    expect(obligations).toMatchObject([
      { kind: 'close-call', due: '2027-03-26T11:00:00Z', next: { at: '2027-03-26T11:00:00Z', command: 'close-call' } },
    ]);
    await atNoon.at('2027-03-26T10:59:59Z').when(closeCall, theProcess, {}).refuses('closing-day-not-over', { closesOn: '2027-03-26T11:00:00Z' });
    await atNoon.at('2027-03-26T11:00:00Z').when(closeCall, theProcess, {}).decides(CallClosed({}));
  });

  it('may open at an instant as well', async () => {
    const opening = draftedCall.state(call).terms;
    const world = publishedCall.and(
      { type: 'call-drafted', version: 2, data: { ...opening, opensOn: '2027-01-11T09:00:00Z' } },
      { type: 'call-published', version: 1, data: {} },
    );
    const { obligations } = await processView('call', 'spring', world.load);
    expect(obligations).toMatchObject([{ kind: 'open-call', next: { at: '2027-01-11T09:00:00Z', command: 'open-call' } }]);
    await world.at('2027-01-11T08:59:59Z').when(recordOpening, theProcess, {}).refuses('opening-day-to-come');
    await world.at('2027-01-11T09:00:00Z').when(recordOpening, theProcess, {}).decides(CallOpened({}));
  });
});

describe('cancel-call', () => {
  it('ends every application that still waits, in the same append', async () => {
    const cancelled = await closed.when(cancelCall, administrator, { reasons }).after();
    const last = cancelled.past.slice(-2).map(({ stream, decision: { type } }) => [stream, type]);
    expect(last).toEqual([
      ['call-spring', 'call-cancelled'],
      ['project-repair', 'cancelled-with-call'],
    ]);
    expect((await processView('project', 'repair', cancelled.load)).stage).toBe('ended');
    expect(await processView('call', 'spring', cancelled.load)).toEqual({ stage: 'cancelled', obligations: [] });
  });

  it('leaves alone what was answered already', () => {
    const ineligible = closed.andOn('project-repair', {
      type: 'declared-ineligible',
      version: 1,
      data: { reasons: [{ check: 'completeness', reason: 'Late.' }] },
    });
    return ineligible.when(cancelCall, administrator, { reasons }).decides(CallCancelled({ reasons }));
  });

  it('is not for a call that is decided', async () => {
    await concluded.when(cancelCall, administrator, { reasons }).refuses('call-decided-already', { stage: 'concluded' });
    await openCall
      .and(CallCancelled({ reasons }))
      .when(cancelCall, administrator, { reasons })
      .refuses('call-decided-already', { stage: 'cancelled' });
  });
});
