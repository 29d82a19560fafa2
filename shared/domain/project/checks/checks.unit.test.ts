import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { advanceOrdered, advancePaid, of, payment } from '../../testing/payments-stories.ts';
import { inConcept, signed } from '../../testing/stories.ts';
import { AgreementSuspended } from '../agreement/agreement.ts';
import { requestTranche } from '../funding/request-tranche.ts';
import { TrancheReleased, TrancheRequested, TrancheReturned } from '../funding/tranches.ts';
import { RecoveryFound } from '../payments/recovery/recovery.ts';
import { PhaseSettled, ProjectSettled } from '../payments/recovery/settlement.ts';
import { project } from '../project.ts';
import { answerFinding } from './answer-finding.ts';
import { CheckClosed, CheckOpened, FindingAnswered, FindingRecorded, FindingsClosed } from './checks.ts';
import { closeCheck } from './close-check.ts';
import { closeFindings } from './close-findings.ts';
import { CorrectionDecided } from './corrections.ts';
import { decideCorrection } from './decide-correction.ts';
import { openCheck } from './open-check.ts';
import { recordFinding } from './record-finding.ts';

const carl = by('carl');
const administrator = by('administrator');
const hanna = by('hanna');
const sample = { check: 'sample', kind: 'sample' as const, scope: 'Staff costs.' };
const sheets = { check: 'sample', finding: 'sheets', found: 'Two sheets are not signed.', concerned: 90_000, attachments: [] };
const answer = { finding: 'sheets', answer: 'They are attached.', attachments: [] };
const opened = advancePaid.and(CheckOpened(sample));
const found = of(opened, 'carl', FindingRecorded(sheets));
const heard = of(found, 'hanna', FindingAnswered(answer));
const both = (region: number, esf: number) => [
  { funder: 'region', amount: region },
  { funder: 'esf', amount: esf },
];
const recovery = { finding: 'sheets', mode: 'recovery' as const, phase: 'concept' as const, shares: both(54_000, 36_000), reasons: 'As answered.' };
const setOff = { ...recovery, mode: 'set-off' as const };
const nothing = { ...recovery, mode: 'none' as const, shares: [] };

describe('a check', () => {
  it('is opened under a name of its own', async () => {
    await advancePaid.when(openCheck, carl, sample).decides(CheckOpened(sample));
    await opened.when(openCheck, carl, sample).refuses('check-already-opened', { check: 'sample' });
    await advancePaid.when(openCheck, hanna, sample).refuses('not-by-the-holder');
    await signed.when(openCheck, carl, sample).refuses('project-not-running', { stage: 'agreement' });
  });

  it('goes on while the agreement is suspended', () =>
    advancePaid
      .and(AgreementSuspended({ phase: 'concept', reasons: 'A breach.' }))
      .when(openCheck, carl, sample)
      .decides(CheckOpened(sample)));

  it('finds what it finds while it is open', async () => {
    await opened.when(recordFinding, carl, sheets).decides(FindingRecorded(sheets));
    await opened
      .when(recordFinding, carl, { check: 'sample', finding: 'sheets', found: 'Nothing.' })
      .decides(FindingRecorded({ ...sheets, found: 'Nothing.', concerned: 0 }));
    await advancePaid.when(recordFinding, carl, sheets).refuses('check-not-open', { check: 'sample' });
    await opened
      .and(CheckClosed({ check: 'sample', conclusion: 'Done.' }))
      .when(recordFinding, carl, sheets)
      .refuses('check-not-open');
    await found.when(recordFinding, carl, sheets).refuses('finding-already-recorded', { finding: 'sheets' });
    await opened.when(recordFinding, hanna, sheets).refuses('not-by-the-holder');
    await signed.when(recordFinding, carl, sheets).refuses('project-not-running');
  });

  it('is closed with its conclusion once each finding was decided on', async () => {
    const close = { check: 'sample', conclusion: 'Nothing else.' };
    await heard.when(closeCheck, carl, close).refuses('findings-undecided', { findings: ['sheets'] });
    const decided = heard.and(CorrectionDecided(nothing));
    await decided.when(closeCheck, carl, close).decides(CheckClosed(close));
    await decided.and(CheckClosed(close)).when(closeCheck, carl, close).refuses('check-not-open', { check: 'sample' });
    await decided.when(closeCheck, hanna, close).refuses('not-by-the-holder');
    await signed.when(closeCheck, carl, close).refuses('project-not-running');
    await heard
      .and(CheckOpened({ ...sample, check: 'other' }))
      .when(closeCheck, carl, { ...close, check: 'other' })
      .decides(CheckClosed({ ...close, check: 'other' }));
  });
});

describe('a finding', () => {
  it('is answered by the holder, once', async () => {
    await found.when(answerFinding, hanna, answer).decides(FindingAnswered(answer));
    await heard.when(answerFinding, hanna, answer).refuses('no-answer-on-finding-awaited', { finding: 'sheets' });
    await opened.when(answerFinding, hanna, answer).refuses('no-answer-on-finding-awaited');
    await signed.when(answerFinding, hanna, answer).refuses('project-not-running');
  });

  it('can be answered for thirty days', async () => {
    await found.at('2027-07-07T21:59:59Z').when(closeFindings, theProcess, {}).refuses('time-to-answer-not-over');
    await found
      .at('2027-07-07T22:00:00Z')
      .when(closeFindings, theProcess, {})
      .decides(FindingsClosed({ findings: ['sheets'] }));
    await heard.at('2027-07-07T22:00:00Z').when(closeFindings, theProcess, {}).refuses('time-to-answer-not-over');
    await signed.when(closeFindings, theProcess, {}).refuses('project-not-running');
    const closed = found.and(FindingsClosed({ findings: ['sheets'] }));
    await closed.when(answerFinding, hanna, answer).refuses('no-answer-on-finding-awaited');
    await closed.when(decideCorrection, administrator, nothing).decides(CorrectionDecided(nothing));
  });
});

describe('a correction', () => {
  const back = RecoveryFound({ recovery: 1, amount: 90_000, shares: recovery.shares, phase: 'concept', because: 'correction', finding: 'sheets' });

  it('brings back what was paid, by funder', () => heard.when(decideCorrection, administrator, recovery).decides(CorrectionDecided(recovery), back));

  it('takes no more back than the holder keeps of each funder’s money', async () => {
    const most = { ...recovery, shares: both(360_000, 240_000) };
    expect(await heard.when(decideCorrection, administrator, most).outcome()).not.toHaveProperty('refused');
    await heard
      .when(decideCorrection, administrator, { ...recovery, shares: both(360_001, 0) })
      .refuses('correction-beyond-money', { funder: 'region', most: 360_000 });
    const second = { ...sheets, finding: 'rent' };
    const again = of(
      heard.and(CorrectionDecided(recovery), back, FindingAnswered(answer)),
      'carl',
      FindingRecorded(second),
      FindingsClosed({ findings: ['rent'] }),
    );
    await again
      .when(decideCorrection, administrator, { ...recovery, finding: 'rent', shares: both(306_001, 0) })
      .refuses('correction-beyond-money', { funder: 'region', most: 306_000 });
    const taken = { ...recovery, finding: 'rent', shares: both(306_000, 0) };
    await again
      .when(decideCorrection, administrator, taken)
      .decides(
        CorrectionDecided(taken),
        RecoveryFound({ recovery: 2, amount: 306_000, shares: taken.shares, phase: 'concept', because: 'correction', finding: 'rent' }),
      );
  });

  it('takes nothing of a funder that put nothing in', () =>
    heard
      .when(decideCorrection, administrator, { ...recovery, shares: [{ funder: 'foundation', amount: 1 }] })
      .refuses('correction-beyond-money', { funder: 'foundation', most: 0 }));

  it('names an amount, or none where nothing is corrected', async () => {
    await heard.when(decideCorrection, administrator, nothing).decides(CorrectionDecided(nothing));
    await heard.when(decideCorrection, administrator, { ...nothing, shares: both(1, 0) }).refuses('correction-amount-missing');
    await heard.when(decideCorrection, administrator, { ...recovery, shares: both(0, 0) }).refuses('correction-amount-missing');
    await heard.when(decideCorrection, administrator, { ...setOff, shares: [] }).refuses('correction-amount-missing');
  });

  it('waits until the holder was heard, is decided once, and by another than who found it', async () => {
    await found.when(decideCorrection, administrator, recovery).refuses('holder-not-heard-on-finding', { finding: 'sheets' });
    await opened.when(decideCorrection, administrator, recovery).refuses('finding-unknown', { finding: 'sheets' });
    await heard
      .and(CorrectionDecided(nothing))
      .when(decideCorrection, administrator, recovery)
      .refuses('correction-already-decided', { finding: 'sheets' });
    await heard.when(decideCorrection, carl, recovery).refuses('finder-cannot-correct');
    await heard.when(decideCorrection, hanna, recovery).refuses('not-by-the-holder');
    await signed.when(decideCorrection, administrator, recovery).refuses('project-not-running');
  });

  it('takes no money once the accounts are closed', async () => {
    const closed = heard.and(ProjectSettled({ due: both(0, 0), unused: both(0, 0) }));
    await closed.when(decideCorrection, administrator, recovery).refuses('project-already-settled');
    await closed.when(decideCorrection, administrator, nothing).decides(CorrectionDecided(nothing));
  });
});

describe('a set-off', () => {
  const simple = of(inConcept, 'accountant', TrancheReleased(payment('concept', 'advance', 360_000, 240_000)));
  const inSimple = of(
    of(
      of(simple, 'hanna', TrancheRequested(payment('concept', 'advance', 360_000, 240_000)), TrancheReleased(payment('concept', 'advance', 0, 0))),
      'carl',
      CheckOpened(sample),
      FindingRecorded(sheets),
    ),
    'hanna',
    FindingAnswered(answer),
  );

  it('is taken off the next payments of the phase', async () => {
    const corrected = await inSimple.when(decideCorrection, administrator, setOff).after();
    expect(corrected.state(project).recoveries).toEqual({});
    const less = { ...payment('concept', 'instalment', 426_000, 284_000), setOff: setOff.shares };
    await corrected.when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(less));
    const paid = of(corrected, 'hanna', TrancheRequested(less), TrancheReleased(payment('concept', 'instalment', 426_000, 284_000)));
    await paid.when(requestTranche, hanna, { kind: 'balance' }).decides(TrancheRequested(payment('concept', 'balance', 360_000, 240_000)));
  });

  it('is taken again when the request comes back', async () => {
    const corrected = await inSimple.when(decideCorrection, administrator, setOff).after();
    const less = { ...payment('concept', 'instalment', 426_000, 284_000), setOff: setOff.shares };
    const returned = of(corrected, 'hanna', TrancheRequested(less)).and(
      TrancheReturned({ phase: 'concept', kind: 'instalment', reasons: 'Account.' }),
    );
    await returned.when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(less));
  });

  it('goes over several payments where one is not enough; one that it takes whole is done at once', async () => {
    const corrected = await inSimple.when(decideCorrection, administrator, { ...setOff, shares: both(600_000, 320_000) }).after();
    const nothing = payment('concept', 'instalment', 0, 0);
    const whole = { ...nothing, setOff: both(480_000, 320_000) };
    await corrected.when(requestTranche, hanna, { kind: 'instalment' }).decides(TrancheRequested(whole), TrancheReleased(nothing));
    const next = await corrected.when(requestTranche, hanna, { kind: 'instalment' }).after();
    const rest = { ...payment('concept', 'balance', 240_000, 240_000), setOff: both(120_000, 0) };
    await next.when(requestTranche, hanna, { kind: 'balance' }).decides(TrancheRequested(rest));
  });

  it('takes no more than is still to be asked for and not taken yet', async () => {
    await inSimple
      .when(decideCorrection, administrator, { ...setOff, shares: both(840_001, 0) })
      .refuses('correction-beyond-money', { funder: 'region', most: 840_000 });
    const corrected = inSimple.and(
      CorrectionDecided(setOff),
      FindingRecorded({ ...sheets, finding: 'rent' }),
      FindingsClosed({ findings: ['rent'] }),
    );
    await corrected
      .when(decideCorrection, by('director'), { ...setOff, finding: 'rent', shares: both(786_001, 0) })
      .refuses('correction-beyond-money', { funder: 'region', most: 786_000 });
    const asked = of(inSimple, 'hanna', TrancheRequested(payment('concept', 'instalment', 480_000, 320_000)));
    await asked.when(decideCorrection, administrator, { ...setOff, shares: both(360_001, 0) }).refuses('correction-beyond-money', { most: 360_000 });
  });

  it('is over once the phase is settled: then money comes back', () => {
    const planned = both(1_200_000, 800_000);
    const settled = PhaseSettled({
      phase: 'concept',
      retained: 0,
      rate: { aid: 1, cost: 1 },
      planned,
      due: planned,
      held: planned,
      balance: both(0, 0),
    });
    return heard.and(settled).when(decideCorrection, administrator, setOff).refuses('phase-already-settled', { phase: 'concept' });
  });
});

describe('a payment', () => {
  it('that was ordered is not asked for again', () =>
    advanceOrdered.when(requestTranche, hanna, { kind: 'advance' }).refuses('tranche-already-requested'));
});
