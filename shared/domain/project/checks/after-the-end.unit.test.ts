import { describe, expect, it } from 'vitest';
import { by, theProcess, type World } from '../../kernel/testing/given-when-then.ts';
import { processStage, processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { of, payment } from '../../testing/payments-stories.ts';
import { inConcept as inConceptUnpublished, signed } from '../../testing/stories.ts';
import { GrantPublished } from '../agreement/agreement.ts';
import { TrancheReleased } from '../funding/tranches.ts';
import { LessonRecorded, LessonWithdrawn } from '../lessons/lessons.ts';
import { recordLesson } from '../lessons/record-lesson.ts';
import { withdrawLesson } from '../lessons/withdraw-lesson.ts';
import { orderRecovery } from '../payments/recovery/order-recovery.ts';
import { recordRecoveryPaid } from '../payments/recovery/record-recovery-paid.ts';
import { RecoveryFound } from '../payments/recovery/recovery.ts';
import { ProjectSettled } from '../payments/recovery/settlement.ts';
import { waiveRecovery } from '../payments/recovery/waive-recovery.ts';
import { ProjectCompleted } from '../phases/phases.ts';
import { answerFinding } from './answer-finding.ts';
import { CheckOpened, FindingAnswered, FindingRecorded, IrregularityReported, VisitPlanned } from './checks.ts';
import { closeCheck } from './close-check.ts';
import { closeFindings } from './close-findings.ts';
import { closeIrregularity } from './close-irregularity.ts';
import { CorrectionDecided } from './corrections.ts';
import { decideCorrection } from './decide-correction.ts';
import { openCheck } from './open-check.ts';
import { planVisit } from './plan-visit.ts';
import { recordDoubleFundingCheck } from './record-double-funding-check.ts';
import { recordFinding } from './record-finding.ts';
import { recordVisit } from './record-visit.ts';
import { reportIrregularity } from './report-irregularity.ts';

const carl = by('carl');
/** Its grant is published, which would be due as well. */
const inConcept = inConceptUnpublished.and(GrantPublished({ where: 'https://data.example.org/grants' }));
const sample = { check: 'later', kind: 'sample' as const, scope: 'Staff costs.' };
const sheets = { check: 'later', finding: 'sheets', found: 'Two sheets are not signed.', concerned: 90_000, attachments: [] };
const shares = [
  { funder: 'region', amount: 54_000 },
  { funder: 'esf', amount: 36_000 },
];
const completed = ProjectCompleted({ outcome: 'completed', results: 'Shared.' });
const settled = ProjectSettled({ due: shares, unused: shares });
/** Paid once, on 7 June 2027; ended in 2028 with its accounts closed. */
const paid = of(inConcept, 'accountant', TrancheReleased(payment('concept', 'advance', 360_000, 240_000)));
const ended = paid.at('2028-03-01T10:00:00Z').and(settled, completed);
const found = of(ended.and(CheckOpened(sample)), 'carl', FindingRecorded(sheets));
const heard = of(found, 'hanna', FindingAnswered({ finding: 'sheets', answer: 'They are attached.', attachments: [] }));
const recovery = { finding: 'sheets', mode: 'recovery' as const, phase: 'concept' as const, shares, reasons: 'As answered.' };
const claimed = heard.and(
  CorrectionDecided(recovery),
  RecoveryFound({ recovery: 1, amount: 90_000, shares, phase: 'concept', because: 'correction', finding: 'sheets' }),
);
const LAST = '2032-12-31T22:59:59Z';
const OVER = '2032-12-31T23:00:00Z';
const due = async (world: World) => {
  const { stage, obligations } = await processView('project', 'repair', world.load);
  return [stage, ...obligations.map(({ kind }) => kind)];
};
const overUntil = { until: '2032-12-31' };

describe('a project that has ended', () => {
  it('can be checked for five years from 31 December of the year of its last payment', async () => {
    await ended.at(LAST).when(openCheck, carl, sample).decides(CheckOpened(sample));
    await ended.at(OVER).when(openCheck, carl, sample).refuses('control-period-over', overUntil);
  });

  it('can be visited, reported on and looked at for double funding as long, and no longer', async () => {
    const visit = { visit: 'late', plannedOn: '2033-02-01', purpose: 'See what stands.' };
    const irregularity = { irregularity: 'twice', description: 'One invoice was declared twice.', shares };
    const double = { outcome: 'clear' as const, sources: ['The list of operations.'], reasons: 'No overlap.' };
    await ended.at(LAST).when(planVisit, carl, visit).decides(VisitPlanned(visit));
    await ended.at(OVER).when(planVisit, carl, visit).refuses('control-period-over', overUntil);
    await ended
      .at(LAST)
      .when(reportIrregularity, carl, irregularity)
      .decides(IrregularityReported({ ...irregularity, toBeTold: [] }));
    await ended.at(OVER).when(reportIrregularity, carl, irregularity).refuses('control-period-over', overUntil);
    expect(await ended.at(LAST).when(recordDoubleFundingCheck, carl, double).outcome()).not.toHaveProperty('refused');
    await ended.at(OVER).when(recordDoubleFundingCheck, carl, double).refuses('control-period-over', overUntil);
  });

  it('can be checked longer where the policy at the time of the payment says so', async () => {
    const policy = Policy.parse({ checks: { controlPeriod: 'P10Y' } });
    const longer = ended.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    await longer.at('2037-12-31T22:59:59Z').when(openCheck, carl, sample).decides(CheckOpened(sample));
    await longer.at('2037-12-31T23:00:00Z').when(openCheck, carl, sample).refuses('control-period-over', { until: '2037-12-31' });
  });

  it('can be checked as long as an irregularity is open', async () => {
    const open = ended.and(IrregularityReported({ irregularity: 'twice', description: 'Twice.', shares, toBeTold: [] }));
    await open.at('2040-01-01T10:00:00Z').when(openCheck, carl, sample).decides(CheckOpened(sample));
    const closing = { irregularity: 'twice', outcome: 'unfounded' as const, conclusion: 'Nothing.' };
    const closed = await open.at('2040-01-01T10:00:00Z').when(closeIrregularity, carl, closing).after();
    await closed.when(openCheck, carl, sample).refuses('control-period-over', overUntil);
  });

  it('has nothing to check where nothing was paid, or no agreement was ever signed', async () => {
    await inConcept.and(completed).when(openCheck, carl, sample).refuses('project-not-running', { stage: 'ended' });
    await signed.when(openCheck, carl, sample).refuses('project-not-running', { stage: 'agreement' });
  });

  it('brings what was begun to its end, also after the control period', async () => {
    const late = found.and(VisitPlanned({ visit: 'late', plannedOn: '2033-01-10', purpose: 'See.' })).at('2033-01-15T10:00:00Z');
    expect(await late.when(recordVisit, carl, { visit: 'late', visitedOn: '2033-01-10', seen: 'It stands.' }).outcome()).not.toHaveProperty(
      'refused',
    );
    expect(await late.when(recordFinding, carl, { ...sheets, finding: 'rent' }).outcome()).not.toHaveProperty('refused');
    expect(await late.when(answerFinding, by('hanna'), { finding: 'sheets', answer: 'Here.', attachments: [] }).outcome()).not.toHaveProperty(
      'refused',
    );
    expect(await late.when(closeFindings, theProcess, {}).outcome()).not.toHaveProperty('refused');
    const nothing = { ...recovery, mode: 'none' as const, shares: [] };
    const decided = await heard.at(OVER).when(decideCorrection, by('administrator'), nothing).after();
    expect(await decided.when(closeCheck, carl, { check: 'later', conclusion: 'Done.' }).outcome()).not.toHaveProperty('refused');
  });

  it('pays back what a correction asks for, although its accounts are closed', async () => {
    const corrected = await heard.when(decideCorrection, by('administrator'), recovery).after();
    await heard.when(decideCorrection, by('administrator'), { ...recovery, mode: 'set-off' }).refuses('project-already-settled');
    const ordered = await corrected.when(orderRecovery, by('officer'), { recovery: 1, reference: 'Titre 1' }).after();
    const repaid = { recovery: 1, amount: 90_000, paidOn: '2028-03-01', reference: 'Virement 1' };
    const back = await ordered.when(recordRecoveryPaid, by('accountant'), repaid).after();
    expect([await due(corrected), await due(ordered), await due(back)]).toEqual([
      ['after-end', 'order-recovery'],
      ['after-end', 'pay-recovery'],
      ['ended'],
    ]);
  });

  it('owes an answer on a finding, then a decision on it; and nothing where nothing was found', async () => {
    expect([await due(ended), await due(found), await due(heard)]).toEqual([
      ['ended'],
      ['after-end', 'answer-finding'],
      ['after-end', 'decide-correction'],
    ]);
  });

  it('has a process for as long as that, and none before and after', async () => {
    const stages = [paid, ended, found, claimed].map((world) => processStage('project', 'repair', world.load));
    expect(await Promise.all(stages)).toEqual(['concept', 'ended', 'after-end', 'after-end']);
    expect(await processStage('sitting', 'nowhere', paid.load)).toBe('none');
  });

  it('can have what it owes waived', async () => {
    const waived = await claimed.when(waiveRecovery, by('officer'), { ...waiveRecovery.example, recovery: 1 }).after();
    expect(await due(waived)).toEqual(['ended']);
  });

  it('takes back a lesson, and gives no new one', async () => {
    const lesson = { ...recordLesson.data.parse(recordLesson.example), phase: 'concept' as const };
    const taught = ended.and(LessonRecorded(lesson));
    const withdrawal = { lesson: lesson.lesson, reasons: 'It did not hold.' };
    await taught.when(withdrawLesson, by('hanna'), withdrawal).decides(LessonWithdrawn(withdrawal));
    await ended.when(recordLesson, by('hanna'), recordLesson.example).refuses('project-not-running', { stage: 'ended' });
  });
});
