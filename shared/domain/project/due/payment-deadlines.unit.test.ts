import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../kernel/obligation.ts';
import type { World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import {
  advanceApproved,
  advanceOrdered,
  advancePaid,
  advanceRequested,
  certified,
  declared,
  examined,
  of,
  statementDeclared,
  statementExamined,
} from '../../testing/payments-stories.ts';
import { inConcept } from '../../testing/stories.ts';
import { AgreementResumed, AgreementSuspended } from '../agreement/agreement.ts';
import { CheckOpened, FindingAnswered, FindingRecorded } from '../checks/checks.ts';
import { CorrectionDecided } from '../checks/corrections.ts';
import { TrancheRequested } from '../funding/tranches.ts';
import { ExaminationAnswered, ExaminationConcluded, ExpenditureDeclared, ExpenditureExamined } from '../payments/expenditure/expenditure.ts';
import { PaymentApproved, PaymentRejected } from '../payments/payments.ts';
import { RecoveryFound, RecoveryOrdered, RecoveryPaid } from '../payments/recovery/recovery.ts';
import { GateDecided } from '../phases/phases.ts';

const money =
  'release-tranche examine-expenditure answer-examination conclude-examination certify-service approve-payment order-payment record-payment order-recovery pay-recovery answer-finding decide-correction'.split(
    ' ',
  );
const owed = async (world: World): Promise<readonly Obligation[]> =>
  (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => money.includes(kind));
const told = async (world: World) => (await owed(world)).map(({ kind, for: who, due }) => ({ kind, ...who, due: due.slice(0, 10) }));
const eightyDays = '2027-08-26';

describe('a payment in the full procedure', () => {
  it('waits for its approvals, its order and the accountant in turn, within 80 days of the request', async () => {
    expect(await told(advanceRequested)).toEqual([{ kind: 'approve-payment', role: 'administrator', due: eightyDays }]);
    const once = of(
      advanceRequested,
      'administrator',
      PaymentApproved({ phase: 'concept', kind: 'advance', amount: 1, shares: [{ funder: 'region', amount: 1 }], approval: 1, needed: 2 }),
    );
    expect((await told(once)).map(({ kind }) => kind)).toEqual(['approve-payment']);
    expect(await told(advanceApproved)).toEqual([{ kind: 'order-payment', role: 'authorising-officer', due: eightyDays }]);
    expect(await told(advanceOrdered)).toEqual([{ kind: 'record-payment', role: 'accountant', due: eightyDays }]);
    expect(await told(advancePaid)).toEqual([]);
  });

  it('counts anew from a rejection', async () => {
    const rejected = of(
      advanceOrdered.at('2027-06-20T10:00:00Z'),
      'accountant',
      PaymentRejected({ phase: 'concept', kind: 'advance', reasons: 'Closed.' }),
    );
    expect(await told(rejected)).toEqual([{ kind: 'order-payment', role: 'authorising-officer', due: '2027-09-08' }]);
  });

  describe('that was held', () => {
    const pause = GateDecided({ outcome: 'pause', from: 'concept', conditions: [], reasons: 'Wait.' });
    const resume = GateDecided({ outcome: 'consolidation', from: 'concept', conditions: [], reasons: 'Go on.' });
    const suspended = AgreementSuspended({ phase: 'concept', reasons: 'A breach.' });
    const resumed = AgreementResumed({ phase: 'concept', reasons: 'Mended.' });
    const due = async (world: World) => (await told(world)).map((one) => one.due);

    it('is late by as many days fewer as the pause lasted, and is reminded of anew', async () => {
      const paused = advanceOrdered.at('2027-07-07T10:00:00Z').and(pause);
      const after = paused.at('2027-07-17T10:00:00Z').and(resume);
      expect(await due(after)).toEqual(['2027-09-05']);
      const [payment] = await owed(after);
      expect(payment?.steps.map(({ command, at }) => `${at.slice(0, 10)} ${command}`)).toEqual([
        '2027-08-05 remind',
        '2027-08-20 remind',
        '2027-09-01 remind',
        '2027-09-05 escalate',
        '2027-09-12 escalate',
      ]);
      expect(await due(after.at('2027-07-20T10:00:00Z').and(resume))).toEqual(['2027-09-05']);
    });

    it('is due later by the time of a suspension, and of a pause within it once only', async () => {
      const before = advanceOrdered.at('2027-07-07T10:00:00Z');
      expect(await due(before.and(suspended).at('2027-07-17T10:00:00Z').and(resumed))).toEqual(['2027-09-05']);
      const both = before.and(pause).at('2027-07-10T10:00:00Z').and(suspended).at('2027-07-12T10:00:00Z').and(resumed);
      expect(await due(both.at('2027-07-17T10:00:00Z').and(resume))).toEqual(['2027-09-05']);
      const across = before.and(pause).at('2027-07-10T10:00:00Z').and(suspended).at('2027-07-12T10:00:00Z').and(resume);
      expect(await due(across.at('2027-07-17T10:00:00Z').and(resumed))).toEqual(['2027-09-05']);
      const apart = before.and(pause).at('2027-07-10T10:00:00Z').and(resume).at('2027-07-13T10:00:00Z').and(suspended);
      expect(await due(apart.at('2027-07-20T10:00:00Z').and(resumed))).toEqual(['2027-09-05']);
    });

    it('keeps its day where it was asked for after the pause, or late before it', async () => {
      const late = advanceOrdered.at('2027-08-27T10:00:00Z').and(pause).at('2027-09-17T10:00:00Z').and(resume);
      expect(await due(late)).toEqual([eightyDays]);
      const early = inConcept.and(pause).at('2027-06-17T10:00:00Z').and(resume);
      const asked = of(early, 'hanna', TrancheRequested({ phase: 'concept', kind: 'advance', amount: 1, shares: [{ funder: 'region', amount: 1 }] }));
      expect(await due(asked)).toEqual(['2027-09-05']);
    });
  });

  it('is not owed while the project is paused or suspended', async () => {
    expect(await told(advanceOrdered.and(GateDecided({ outcome: 'pause', from: 'concept', conditions: [], reasons: 'Wait.' })))).toEqual([]);
    expect(await told(advanceOrdered.and(AgreementSuspended({ phase: 'concept', reasons: 'A breach.' })))).toEqual([]);
  });
});

describe('a payment in the simple procedure', () => {
  it('waits for its release', async () => {
    const requested = of(
      inConcept,
      'hanna',
      TrancheRequested({ phase: 'concept', kind: 'advance', amount: 1, shares: [{ funder: 'region', amount: 1 }] }),
    );
    expect(await told(requested)).toEqual([{ kind: 'release-tranche', role: 'accountant', due: eightyDays }]);
  });
});

describe('a statement of expenditure', () => {
  it('is examined within 45 days', async () => {
    const on14December = of(advancePaid.at('2027-12-14T10:00:00Z'), 'hanna', ExpenditureDeclared(declared));
    expect(await told(on14December)).toEqual([{ kind: 'examine-expenditure', role: 'instructor', due: '2028-01-28' }]);
  });

  it('is answered within 30 days where something was set aside; then the time is closed', async () => {
    expect(await told(statementExamined)).toEqual([{ kind: 'answer-examination', person: 'hanna', due: '2028-01-14' }]);
    const steps = (await owed(statementExamined)).flatMap((obligation) => obligation.steps.map(({ at, command }) => `${at.slice(0, 10)} ${command}`));
    expect(steps).toEqual(['2027-12-29 remind', '2028-01-10 remind', '2028-01-14 close-examination']);
  });

  it('is concluded after the answer, or at once where nothing was set aside', async () => {
    const answered = of(
      statementExamined.at('2027-12-20T10:00:00Z'),
      'hanna',
      ExaminationAnswered({ report: 1, answer: 'Within.', attachments: [] }),
    );
    expect(await told(answered)).toEqual([{ kind: 'conclude-examination', role: 'instructor', due: '2028-01-04' }]);
    const whole = ExpenditureExamined({
      report: 1,
      lines: [
        { line: 1, retained: 600_000 },
        { line: 2, retained: 200_000 },
      ],
      retained: 800_000,
    });
    expect(await told(of(statementDeclared, 'ines', whole))).toEqual([{ kind: 'conclude-examination', role: 'instructor', due: '2027-12-30' }]);
  });

  it('is certified within 30 days of its conclusion, and owes nothing then', async () => {
    expect(await told(of(statementExamined, 'ines', ExaminationConcluded(examined)))).toEqual([
      { kind: 'certify-service', role: 'controller', due: '2028-01-14' },
    ]);
    expect(await told(certified(advancePaid, 1, 'concept', 5_000))).toEqual([]);
  });

  it('goes on while the agreement is suspended', async () => {
    const suspended = statementDeclared.and(AgreementSuspended({ phase: 'concept', reasons: 'A breach.' }));
    expect((await told(suspended)).map(({ kind }) => kind)).toEqual(['examine-expenditure']);
  });
});

describe('a recovery', () => {
  const shares = [{ funder: 'region', amount: 100 }];
  const found = advancePaid.and(RecoveryFound({ recovery: 1, amount: 100, shares, phase: 'concept', because: 'settlement' }));
  const ordered = found.at('2027-06-20T10:00:00Z').and(RecoveryOrdered({ recovery: 1, amount: 100, shares, reference: 'Titre 1' }));

  it('is ordered within 30 days and paid back within 60, until nothing is owed', async () => {
    expect(await told(found)).toEqual([{ kind: 'order-recovery', role: 'authorising-officer', due: '2027-07-07' }]);
    expect(await told(ordered)).toEqual([{ kind: 'pay-recovery', person: 'hanna', due: '2027-08-19' }]);
    const paid = { recovery: 1, paidOn: '2027-06-20', reference: 'Virement 2' };
    const partly = ordered.and(RecoveryPaid({ ...paid, amount: 99, shares: [{ funder: 'region', amount: 99 }] }));
    expect(await told(partly)).toHaveLength(1);
    expect(await told(partly.and(RecoveryPaid({ ...paid, amount: 1, shares: [{ funder: 'region', amount: 1 }] })))).toEqual([]);
  });
});

describe('a finding', () => {
  const found = of(
    advancePaid,
    'carl',
    CheckOpened({ check: 'sample', kind: 'sample', scope: 'Staff.' }),
    FindingRecorded({ check: 'sample', finding: 'sheets', found: 'Unsigned.', concerned: 1, attachments: [] }),
  );

  it('is answered within 30 days, then decided on within 30', async () => {
    expect(await told(found)).toEqual([{ kind: 'answer-finding', person: 'hanna', due: '2027-07-07' }]);
    expect((await owed(found))[0]?.steps.at(-1)).toEqual({ at: '2027-07-07T22:00:00Z', command: 'close-findings', data: {} });
    const answered = of(found.at('2027-06-20T10:00:00Z'), 'hanna', FindingAnswered({ finding: 'sheets', answer: 'Here.', attachments: [] }));
    expect(await told(answered)).toEqual([{ kind: 'decide-correction', role: 'administrator', due: '2027-07-20' }]);
    const decided = answered.and(CorrectionDecided({ finding: 'sheets', mode: 'none', phase: 'concept', shares: [], reasons: 'Signed.' }));
    expect(await told(decided)).toEqual([]);
  });
});
