import { describe, expect, it } from 'vitest';
import { by, theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { incomplete, incompleteInReview, pieceOf } from '../../testing/application-stories.ts';
import { draftApplication, inReview, selected, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { acknowledgeReceipt } from './acknowledge-receipt.ts';
import { answerSupplement } from './answer-supplement.ts';
import { DeclaredEligible, DeclaredIneligible, SilenceRecorded } from './application.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { closeSupplement } from './close-supplement.ts';
import { confirmCompleteness } from './confirm-completeness.ts';
import { CompletenessConfirmed, ReceiptAcknowledged, SupplementAnswered, SupplementClosed, SupplementMissed, SupplementRequested } from './intake.ts';
import { PieceAttached } from './pieces.ts';
import { recordSupplementMissing } from './record-supplement-missing.ts';
import { requestSupplement } from './request-supplement.ts';

const hanna = by('hanna');
const administrator = by('administrator');
const accounts = pieceOf('accounts');
const { remedies } = Policy.parse({}).application;
const refused = DeclaredIneligible({ reasons: [{ check: 'eligibility', reason: 'Outside the region.' }] });

const due = async (world: World) => (await processView('project', 'repair', world.load)).obligations;
const the = async (kind: string, world: World) => (await due(world)).find((obligation) => obligation.kind === kind);

describe('acknowledge-receipt', () => {
  it('tells the day of receipt, the day after which silence is a refusal, and the remedies', () =>
    submitted
      .when(acknowledgeReceipt, administrator, {})
      .decides(ReceiptAcknowledged({ receivedOn: '2027-03-01', impliedRefusalAfter: '2027-05-01', remedies })));

  it('counts the day of receipt in the programme’s time zone', () =>
    draftApplication
      .at('2027-03-01T23:30:00Z')
      .and({ type: 'application-submitted', version: 1, data: { requested: 10_000_000 } })
      .when(acknowledgeReceipt, theProcess, {})
      .decides(ReceiptAcknowledged({ receivedOn: '2027-03-02', impliedRefusalAfter: '2027-05-02', remedies })));

  it('is done once, and only for what was handed in and waits for an answer', async () => {
    const acknowledged = await submitted.when(acknowledgeReceipt, administrator, {}).after();
    await acknowledged.when(acknowledgeReceipt, administrator, {}).refuses('no-receipt-to-acknowledge', { stage: 'submitted' });
    await draftApplication.when(acknowledgeReceipt, administrator, {}).refuses('no-receipt-to-acknowledge');
    await submitted.and(refused).when(acknowledgeReceipt, administrator, {}).refuses('no-receipt-to-acknowledge');
    await submitted.and(SilenceRecorded({})).when(acknowledgeReceipt, administrator, {}).refuses('no-receipt-to-acknowledge');
  });

  it('is not for the holder', () => submitted.when(acknowledgeReceipt, hanna, {}).refuses('not-by-the-holder'));

  it('is done by the process at the end of the day after, where nobody did it', async () => {
    const obligation = await the('acknowledge-receipt', submitted);
    expect(obligation).toMatchObject({ for: { role: 'administrator' }, due: '2027-03-02T23:00:00Z' });
    expect(obligation?.steps).toEqual([{ at: '2027-03-02T23:00:00Z', command: 'acknowledge-receipt', data: {} }]);
    const acknowledged = await submitted.at(obligation!.due).when(acknowledgeReceipt, theProcess, {}).after();
    expect(await the('acknowledge-receipt', acknowledged)).toBeUndefined();
    expect(await the('acknowledge-receipt', inReview)).toBeDefined();
  });
});

describe('request-supplement', () => {
  const asked = { pieces: ['accounts', 'accounts'] as const, information: ['How premises are shared.'] };

  it('lists what is missing, each once, and gives the days of the policy', () =>
    submitted
      .at('2027-03-05T10:00:00Z')
      .when(requestSupplement, administrator, { ...asked, pieces: [...asked.pieces] })
      .decides(SupplementRequested({ supplement: 1, pieces: ['accounts'], information: asked.information, dueOn: '2027-03-20' })));

  it('is numbered after the one before it', () =>
    incomplete
      .and(SupplementAnswered({ supplement: 1 }))
      .when(requestSupplement, administrator, { pieces: ['budget'], information: [] })
      .decides(SupplementRequested({ supplement: 2, pieces: ['budget'], information: [], dueOn: '2027-03-20' })));

  it('can be made as long as the authority has not decided, and not before nor after', async () => {
    const pieces = { pieces: ['bank-details' as const], information: [] };
    expect((await selected.when(requestSupplement, administrator, pieces).after()).version()).toBe(selected.version() + 1);
    await draftApplication.when(requestSupplement, administrator, pieces).refuses('application-not-before-the-authority', { stage: 'draft' });
    await submitted.and(refused).when(requestSupplement, administrator, pieces).refuses('application-not-before-the-authority');
  });

  it('waits for the one that is still open', () =>
    incomplete
      .when(requestSupplement, administrator, { pieces: ['budget'], information: [] })
      .refuses('supplement-awaited', { dueOn: '2027-03-20' }));

  it('is not for the holder', () => submitted.when(requestSupplement, hanna, { pieces: ['budget'], information: [] }).refuses('not-by-the-holder'));

  it('names at least one thing', () => {
    expect(requestSupplement.data.safeParse({ pieces: [], information: [] }).success).toBe(false);
    expect(requestSupplement.data.safeParse({ pieces: [], information: ['The budget of one year.'] }).success).toBe(true);
  });

  it('takes back that the file is complete', async () => {
    const complete = submitted.and(
      CompletenessConfirmed({}),
      ReceiptAcknowledged({ receivedOn: '2027-03-01', impliedRefusalAfter: '2027-05-01', remedies }),
    );
    const { intake } = (await complete.when(requestSupplement, administrator, { pieces: ['budget'], information: [] }).after()).state(project);
    expect(intake.complete).toBeUndefined();
    expect(intake.acknowledged).toBeDefined();
  });
});

describe('answer-supplement', () => {
  it('hands in what was asked for, once it is attached', async () => {
    await incomplete.when(answerSupplement, hanna, {}).refuses('pieces-missing', { pieces: ['accounts'] });
    await incomplete
      .and(PieceAttached({ ...accounts, supplement: 1 }))
      .when(answerSupplement, hanna, { note: 'Here they are.' })
      .decides(SupplementAnswered({ supplement: 1, note: 'Here they are.' }));
  });

  it('wants the piece again where the one that was there did not do', () =>
    incomplete
      .and(PieceAttached(accounts))
      .when(answerSupplement, hanna, {})
      .refuses('pieces-missing', { pieces: ['accounts'] }));

  it('is taken late until its absence was recorded', async () => {
    const late = incomplete.at('2027-03-25T10:00:00Z').and(PieceAttached({ ...accounts, supplement: 1 }));
    await late.when(answerSupplement, hanna, {}).decides(SupplementAnswered({ supplement: 1 }));
    await late
      .and(SupplementMissed({ supplement: 1 }))
      .when(answerSupplement, hanna, {})
      .refuses('no-supplement-awaited');
  });

  it('answers once, and nothing where nothing was asked or the application was refused', async () => {
    await incomplete
      .and(SupplementAnswered({ supplement: 1 }))
      .when(answerSupplement, hanna, {})
      .refuses('no-supplement-awaited');
    await submitted.when(answerSupplement, hanna, {}).refuses('no-supplement-awaited');
    await incomplete.and(refused).when(answerSupplement, hanna, {}).refuses('no-supplement-awaited');
  });
});

describe('close-supplement', () => {
  const reasons = 'The accounts are public.';

  it('ends the wait with reasons', () =>
    incomplete.when(closeSupplement, administrator, { reasons }).decides(SupplementClosed({ supplement: 1, reasons })));

  it('is not for the holder, and ends what is open', async () => {
    await incomplete.when(closeSupplement, hanna, { reasons }).refuses('not-by-the-holder');
    await incomplete
      .and(SupplementClosed({ supplement: 1, reasons }))
      .when(closeSupplement, administrator, { reasons })
      .refuses('no-supplement-awaited');
  });
});

describe('record-supplement-missing', () => {
  it('is due at the end of the last day for the pieces, with reminders before, from the holder', async () => {
    const obligation = await the('answer-supplement', incomplete);
    expect(obligation).toMatchObject({ for: { person: 'hanna' }, due: '2027-03-20T23:00:00Z' });
    expect(obligation?.steps.map(({ at, command }) => `${at.slice(0, 10)} ${command}`)).toEqual([
      '2027-03-16 remind',
      '2027-03-20 record-supplement-missing',
    ]);
    expect(await the('answer-supplement', incompleteInReview)).toMatchObject({ due: '2027-03-23T23:00:00Z' });
  });

  it('records that they did not come; the file stands as it is, and its examination begins again', async () => {
    const asked = incomplete.at('2027-03-20T23:00:00Z').when(recordSupplementMissing, theProcess, {});
    await asked.decides(SupplementMissed({ supplement: 1 }));
    const missed = await asked.after();
    expect(missed.state(project).stage).toBe('submitted');
    expect((await due(missed)).filter(({ kind }) => kind === 'answer-supplement')).toEqual([]);
    expect(await the('check-completeness', missed)).toMatchObject({ due: '2027-04-05T22:00:00Z' });
    const incompleteFile = [{ check: 'completeness', reason: 'The accounts did not come.' }] as const;
    await missed
      .when(assessEligibility, administrator, { outcome: 'ineligible', reasons: [...incompleteFile] })
      .decides(DeclaredIneligible({ reasons: [...incompleteFile] }));
  });

  it('refuses while they can come, and where none are awaited', async () => {
    await incomplete
      .at('2027-03-20T22:59:59Z')
      .when(recordSupplementMissing, theProcess, {})
      .refuses('time-for-pieces-not-over', { dueOn: '2027-03-20' });
    await submitted.when(recordSupplementMissing, theProcess, {}).refuses('no-supplement-awaited');
  });
});

describe('completeness', () => {
  it('is due within 15 days of receipt, until it is confirmed or more is asked for', async () => {
    expect(await the('check-completeness', submitted)).toMatchObject({ for: { role: 'administrator' }, due: '2027-03-16T23:00:00Z' });
    expect(await the('check-completeness', submitted.and(CompletenessConfirmed({})))).toBeUndefined();
    expect(await the('check-completeness', incomplete)).toBeUndefined();
    expect(await the('check-completeness', inReview)).toBeUndefined();
  });

  it('is due again, and eligibility with it, 15 days after the answer', async () => {
    const answered = incomplete.at('2027-03-10T10:00:00Z').and(SupplementAnswered({ supplement: 1 }));
    expect(await the('check-completeness', answered)).toMatchObject({ due: '2027-03-25T23:00:00Z' });
    expect(await the('assess-eligibility', answered)).toMatchObject({ due: '2027-03-25T23:00:00Z' });
    expect(await the('assess-eligibility', incomplete)).toBeUndefined();
  });

  it('is confirmed once, of a file that was handed in, and not by the holder', async () => {
    await submitted.when(confirmCompleteness, administrator, {}).decides(CompletenessConfirmed({}));
    await submitted.and(CompletenessConfirmed({})).when(confirmCompleteness, administrator, {}).refuses('completeness-already-confirmed');
    await draftApplication.when(confirmCompleteness, administrator, {}).refuses('application-not-submitted', { stage: 'draft' });
    await submitted.when(confirmCompleteness, hanna, {}).refuses('not-by-the-holder');
  });

  it('waits for the pieces that were asked for, and for those that the policy requires', async () => {
    await incomplete.when(confirmCompleteness, administrator, {}).refuses('supplement-awaited', { dueOn: '2027-03-20' });
    const policy = Policy.parse({ application: { requiredPieces: ['accounts'] } });
    const required = submitted.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    await required.when(confirmCompleteness, administrator, {}).refuses('pieces-missing', { pieces: ['accounts'] });
    await required.and(PieceAttached(accounts)).when(confirmCompleteness, administrator, {}).decides(CompletenessConfirmed({}));
  });
});

describe('assess-eligibility', () => {
  it('decides nothing while missing pieces are awaited, and does once they came', async () => {
    const eligible = { outcome: 'eligible', reasons: [] } as const;
    await incomplete.when(assessEligibility, administrator, { ...eligible, reasons: [] }).refuses('supplement-awaited', { dueOn: '2027-03-20' });
    await incomplete
      .and(SupplementAnswered({ supplement: 1 }))
      .when(assessEligibility, administrator, { ...eligible, reasons: [] })
      .decides(DeclaredEligible({ reasons: [] }));
  });
});
