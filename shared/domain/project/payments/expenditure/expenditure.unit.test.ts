import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../../../kernel/testing/given-when-then.ts';
import {
  advancePaid,
  certified,
  declared,
  examined,
  inFull,
  of,
  piece,
  statementDeclared,
  statementExamined,
} from '../../../testing/payments-stories.ts';
import { inConcept, signed } from '../../../testing/stories.ts';
import { AgreementSuspended } from '../../agreement/agreement.ts';
import { project } from '../../project.ts';
import { settlePhase } from '../recovery/settle-phase.ts';
import { settleProject } from '../recovery/settle-project.ts';
import { ProjectSettled } from '../recovery/settlement.ts';
import { answerExamination } from './answer-examination.ts';
import { certifyService } from './certify-service.ts';
import { closeExamination } from './close-examination.ts';
import { concludeExamination } from './conclude-examination.ts';
import { declareExpenditure } from './declare-expenditure.ts';
import { examineExpenditure } from './examine-expenditure.ts';
import {
  certifiedOf,
  ExaminationAnswered,
  ExaminationClosed,
  ExaminationConcluded,
  ExpenditureDeclared,
  ExpenditureExamined,
  ServiceCertified,
  ServiceNotCertified,
} from './expenditure.ts';

const hanna = by('hanna');
const ines = by('ines');
const carl = by('carl');
const staff = { item: 'Staff', category: 'direct-staff' as const, amount: 600_000, paidOn: '2027-11-30', piece: piece('a') };
const premises = { item: 'Premises', category: 'other' as const, amount: 200_000, paidOn: '2027-12-01', piece: piece('b') };
const inDecember = advancePaid.at('2027-12-15T10:00:00Z');
const answered = of(statementExamined, 'hanna', ExaminationAnswered({ report: 1, answer: 'The month is within.', attachments: [] }));
const nothingSetAside = of(
  statementDeclared,
  'ines',
  ExpenditureExamined({
    report: 1,
    lines: [
      { line: 1, retained: 600_000 },
      { line: 2, retained: 200_000 },
    ],
    retained: 800_000,
  }),
);
const concluded = of(answered, 'ines', ExaminationConcluded(examined));

describe('declare-expenditure', () => {
  it('states real costs with their day and piece, in the current phase', () =>
    inDecember.when(declareExpenditure, hanna, { lines: [staff, premises] }).decides(ExpenditureDeclared(declared)));

  it('adds a flat rate on the staff costs, units and lump sums at the worth that the policy gives them', () =>
    inDecember
      .when(declareExpenditure, hanna, {
        lines: [staff, premises],
        simplified: {
          rate: 1_500,
          units: [{ unit: 'workshop-day', count: 3, piece: piece('c') }],
          lumpSums: [{ lumpSum: 'final-event', piece: piece('d') }],
        },
      })
      .decides(
        ExpenditureDeclared({
          ...declared,
          amount: 800_000 + 75_000 + 300_000 + 90_000,
          lines: [
            ...declared.lines,
            { line: 3, item: 'workshop-day', basis: 'unit-cost', category: 'other', amount: 75_000, units: 3, piece: piece('c') },
            { line: 4, item: 'final-event', basis: 'lump-sum', category: 'other', amount: 300_000, piece: piece('d') },
            { line: 5, item: 'indirect-costs', basis: 'flat-rate', category: 'other', amount: 90_000, rate: 1_500 },
          ],
        }),
      ));

  it('takes a flat rate for all other costs beside staff alone', async () => {
    const simplified = { rate: 4_000 };
    await inDecember.when(declareExpenditure, hanna, { lines: [staff], simplified }).decides(
      ExpenditureDeclared({
        ...declared,
        amount: 840_000,
        lines: [declared.lines[0]!, { line: 2, item: 'all-other-costs', basis: 'flat-rate', category: 'other', amount: 240_000, rate: 4_000 }],
      }),
    );
    await inDecember.when(declareExpenditure, hanna, { lines: [staff, premises], simplified }).refuses('covered-by-flat-rate', { rate: 40 });
    const units = [{ unit: 'workshop-day', count: 1, piece: piece('c') }];
    await inDecember.when(declareExpenditure, hanna, { lines: [staff], simplified: { ...simplified, units } }).refuses('covered-by-flat-rate');
  });

  it.each([
    [{ rate: 2_000 }, '20 %'],
    [{ units: [{ unit: 'meal', count: 1, piece: piece('c') }] }, 'meal'],
    [{ lumpSums: [{ lumpSum: 'banquet', piece: piece('c') }] }, 'banquet'],
  ])('refuses a simplified cost that the policy does not know: %o', (simplified, cost) =>
    inDecember.when(declareExpenditure, hanna, { lines: [staff], simplified }).refuses('simplified-cost-not-allowed', { cost }),
  );

  it('is about what was paid, today at the latest', async () => {
    await inDecember.when(declareExpenditure, hanna, { lines: [{ ...staff, paidOn: '2027-12-16' }] }).refuses('expenditure-not-paid-yet');
    expect(await inDecember.when(declareExpenditure, hanna, { lines: [{ ...staff, paidOn: '2027-12-15' }] }).outcome()).not.toHaveProperty('refused');
  });

  it('counts a piece once, also in a later statement', () =>
    certified(inDecember, 1, 'concept', 5_000)
      .when(declareExpenditure, hanna, { lines: [{ ...staff, piece: piece('1') }] })
      .refuses('piece-already-declared', { piece: piece('1') }));

  it('has something in it', () => inDecember.when(declareExpenditure, hanna, {}).refuses('nothing-declared'));

  it('waits until the statement before is certified, and is numbered after it', async () => {
    await statementDeclared.when(declareExpenditure, hanna, { lines: [staff] }).refuses('expenditure-under-examination', { phase: 'concept' });
    const second = await certified(inDecember, 1, 'concept', 5_000)
      .when(declareExpenditure, hanna, { lines: [staff] })
      .after();
    expect(Object.keys(second.state(project).expenditure)).toEqual(['1', '2']);
  });

  it('is for a phase that the project has been in, and for an agreement under way', async () => {
    await inDecember.when(declareExpenditure, hanna, { phase: 'pilot', lines: [staff] }).refuses('phase-not-entered', { phase: 'pilot' });
    await signed.when(declareExpenditure, hanna, { lines: [staff] }).refuses('project-not-running');
  });

  it('goes on while the agreement is suspended', () =>
    inDecember
      .and(AgreementSuspended({ phase: 'concept', reasons: 'A partner left.' }))
      .when(declareExpenditure, hanna, { lines: [staff, premises] })
      .decides(ExpenditureDeclared(declared)));

  it('is over once the phase, or the project, is settled', async () => {
    const settled = await certified(inDecember, 1, 'concept', 720_000).when(settlePhase, ines, {}).after();
    await settled.when(declareExpenditure, hanna, { lines: [staff] }).refuses('phase-already-settled', { phase: 'concept' });
    const nothing = [{ funder: 'region', amount: 0 }];
    await inDecember
      .and(ProjectSettled({ due: nothing, unused: nothing }))
      .when(declareExpenditure, hanna, { lines: [staff] })
      .refuses('project-already-settled');
    expect(settleProject.refuses).toContain('project-already-settled');
  });
});

describe('examine-expenditure', () => {
  it('says of each line what is retained, and what it comes to', () =>
    statementDeclared.when(examineExpenditure, ines, { report: 1, lines: examined.lines }).decides(ExpenditureExamined(examined)));

  it('works a flat rate out again on the staff costs retained', async () => {
    const withRate = await inDecember.when(declareExpenditure, hanna, { lines: [staff], simplified: { rate: 1_500 } }).after();
    const lines = [{ line: 1, retained: 400_000, reasons: 'Two time sheets are missing.' }];
    await withRate
      .when(examineExpenditure, ines, { report: 1, lines })
      .decides(ExpenditureExamined({ report: 1, lines: [...lines, { line: 2, retained: 60_000 }], retained: 460_000 }));
  });

  it('retains no more than was declared', () =>
    statementDeclared
      .when(examineExpenditure, ines, {
        report: 1,
        lines: [
          { line: 1, retained: 600_001 },
          { line: 2, retained: 200_000 },
        ],
      })
      .refuses('retained-beyond-declared', { line: 1, amount: 600_000 }));

  it('sets nothing aside without a reason', () =>
    statementDeclared
      .when(examineExpenditure, ines, {
        report: 1,
        lines: [
          { line: 1, retained: 599_999 },
          { line: 2, retained: 200_000 },
        ],
      })
      .refuses('reasons-for-setting-aside', { line: 1 }));

  it.each([
    [[1], { missing: [2], surplus: [] }],
    [[1, 2, 3], { missing: [], surplus: [3] }],
    [[1, 2, 2], { missing: [], surplus: [2] }],
  ])('is about each line, once: %j', (named, details) =>
    statementDeclared
      .when(examineExpenditure, ines, { report: 1, lines: named.map((line) => ({ line, retained: line === 1 ? 600_000 : 200_000 })) })
      .refuses('lines-do-not-match', details),
  );

  it('is not the holder’s, and is done once', async () => {
    await statementDeclared.when(examineExpenditure, hanna, { report: 1, lines: examined.lines }).refuses('not-by-the-holder');
    await statementExamined
      .when(examineExpenditure, ines, { report: 1, lines: examined.lines })
      .refuses('report-not-awaiting-examination', { report: 1 });
    await statementDeclared.when(examineExpenditure, ines, { report: 2, lines: examined.lines }).refuses('report-not-awaiting-examination');
    await signed.when(examineExpenditure, ines, { report: 1, lines: examined.lines }).refuses('project-not-running');
  });
});

describe('the holder’s answer', () => {
  const answer = { report: 1, answer: 'The month is within.' };

  it('is given once, on what was set aside', async () => {
    await statementExamined.when(answerExamination, hanna, answer).decides(ExaminationAnswered({ ...answer, attachments: [] }));
    await answered.when(answerExamination, hanna, answer).refuses('no-answer-on-expenditure-awaited', { report: 1 });
    await statementDeclared.when(answerExamination, hanna, answer).refuses('no-answer-on-expenditure-awaited');
    await inFull.when(answerExamination, hanna, answer).refuses('no-answer-on-expenditure-awaited');
    await signed.when(answerExamination, hanna, answer).refuses('project-not-running');
  });

  it('is not asked for where nothing was set aside', () =>
    nothingSetAside.when(answerExamination, hanna, answer).refuses('no-answer-on-expenditure-awaited'));

  it('has thirty days; then the time for it is closed', async () => {
    await statementExamined.at('2028-01-14T22:59:59Z').when(closeExamination, theProcess, {}).refuses('time-to-answer-not-over');
    await statementExamined
      .at('2028-01-14T23:00:00Z')
      .when(closeExamination, theProcess, {})
      .decides(ExaminationClosed({ reports: [1] }));
    await answered.at('2028-01-14T23:00:00Z').when(closeExamination, theProcess, {}).refuses('time-to-answer-not-over');
    await signed.when(closeExamination, theProcess, {}).refuses('project-not-running');
  });
});

describe('conclude-examination', () => {
  it('keeps what was examined where the answer changes nothing', () =>
    answered.when(concludeExamination, ines, { report: 1 }).decides(ExaminationConcluded(examined)));

  it('retains more after the answer, with the first reasons where something is still set aside', async () => {
    const lines = [{ line: 2, retained: 180_000 }];
    const kept = [examined.lines[0]!, { ...examined.lines[1]!, retained: 180_000 }];
    await answered.when(concludeExamination, ines, { report: 1, lines }).decides(ExaminationConcluded({ report: 1, lines: kept, retained: 780_000 }));
  });

  it('never retains less than the holder was told', () =>
    answered
      .when(concludeExamination, ines, { report: 1, lines: [{ line: 1, retained: 599_999, reasons: 'Late.' }] })
      .refuses('lower-than-examined', { line: 1 }));

  it('stays within what was declared, and within the lines', async () => {
    await answered.when(concludeExamination, ines, { report: 1, lines: [{ line: 2, retained: 200_001 }] }).refuses('retained-beyond-declared');
    await answered.when(concludeExamination, ines, { report: 1, lines: [{ line: 9, retained: 1 }] }).refuses('lines-do-not-match', { surplus: [9] });
  });

  it('waits until the holder was heard, or nothing was set aside, or the time is over', async () => {
    await statementExamined.when(concludeExamination, ines, { report: 1 }).refuses('holder-not-heard', { report: 1 });
    const closed = statementExamined.and(ExaminationClosed({ reports: [1] }));
    await closed.when(concludeExamination, ines, { report: 1 }).decides(ExaminationConcluded(examined));
    expect(await nothingSetAside.when(concludeExamination, ines, { report: 1 }).outcome()).not.toHaveProperty('refused');
  });

  it('follows an examination, once, and is not the holder’s', async () => {
    await statementDeclared.when(concludeExamination, ines, { report: 1 }).refuses('report-not-examined', { report: 1 });
    await concluded.when(concludeExamination, ines, { report: 1 }).refuses('report-not-examined');
    await answered.when(concludeExamination, hanna, { report: 1 }).refuses('not-by-the-holder');
    await signed.when(concludeExamination, ines, { report: 1 }).refuses('project-not-running');
  });

  it('lists the reasons that a line set aside needs', () => expect(concludeExamination.refuses).toContain('reasons-for-setting-aside'));
});

describe('certify-service', () => {
  const certify = { report: 1, outcome: 'certified' as const };

  it('certifies what was retained, which counts for the phase from then on', async () => {
    expect(certifiedOf(concluded.state(project).expenditure, 'concept')).toBe(0);
    await concluded.when(certifyService, carl, certify).decides(ServiceCertified({ report: 1, phase: 'concept', retained: 750_000 }));
    const done = await concluded.when(certifyService, carl, certify).after();
    expect(certifiedOf(done.state(project).expenditure, 'concept')).toBe(750_000);
    expect(certifiedOf(done.state(project).expenditure, 'pilot')).toBe(0);
    await done.when(certifyService, carl, certify).refuses('report-not-concluded', { report: 1 });
  });

  it('is neither the holder’s nor the examiner’s, also after a return', async () => {
    await concluded.when(certifyService, hanna, certify).refuses('not-by-the-holder');
    await concluded.when(certifyService, ines, certify).refuses('examiner-cannot-certify', { report: 1 });
    const returned = of(concluded, 'carl', ServiceNotCertified({ report: 1, reasons: 'A piece does not open.' }));
    const again = of(returned, 'ivan', ExpenditureExamined(examined), ExaminationClosed({ reports: [1] }), ExaminationConcluded(examined));
    await again.when(certifyService, ines, certify).refuses('examiner-cannot-certify');
    await again.when(certifyService, ivan, certify).refuses('examiner-cannot-certify');
    await again.when(certifyService, carl, certify).decides(ServiceCertified({ report: 1, phase: 'concept', retained: 750_000 }));
  });

  it('sends back with reasons what cannot be certified; it is then examined again', async () => {
    const back = { report: 1, outcome: 'returned' as const, reasons: 'A piece does not open.' };
    await concluded.when(certifyService, carl, { ...back, reasons: undefined }).refuses('reasons-missing');
    await concluded.when(certifyService, carl, back).decides(ServiceNotCertified({ report: 1, reasons: back.reasons }));
    const returned = await concluded.when(certifyService, carl, back).after();
    await returned.when(examineExpenditure, ines, { report: 1, lines: examined.lines }).decides(ExpenditureExamined(examined));
  });

  it('waits for the conclusion', async () => {
    await answered.when(certifyService, carl, certify).refuses('report-not-concluded');
    await inConcept.when(certifyService, carl, certify).refuses('report-not-concluded');
    await signed.when(certifyService, carl, certify).refuses('project-not-running');
  });
});

const ivan = by('ivan');
