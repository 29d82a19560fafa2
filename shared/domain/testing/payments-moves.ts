import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { totalOf } from '../programme/shares.ts';
import { agreeIndicator } from '../project/checks/agree-indicator.ts';
import { answerFinding } from '../project/checks/answer-finding.ts';
import { closeCheck } from '../project/checks/close-check.ts';
import { closeIrregularity } from '../project/checks/close-irregularity.ts';
import { decideCorrection } from '../project/checks/decide-correction.ts';
import { openCheck } from '../project/checks/open-check.ts';
import { planVisit } from '../project/checks/plan-visit.ts';
import { recordDoubleFundingCheck } from '../project/checks/record-double-funding-check.ts';
import { recordFinding } from '../project/checks/record-finding.ts';
import { recordPublicity } from '../project/checks/record-publicity.ts';
import { recordVisit } from '../project/checks/record-visit.ts';
import { reportIndicator } from '../project/checks/report-indicator.ts';
import { reportIrregularity } from '../project/checks/report-irregularity.ts';
import { approvePayment } from '../project/payments/approve-payment.ts';
import { answerExamination } from '../project/payments/expenditure/answer-examination.ts';
import { certifyService } from '../project/payments/expenditure/certify-service.ts';
import { concludeExamination } from '../project/payments/expenditure/conclude-examination.ts';
import { declareExpenditure } from '../project/payments/expenditure/declare-expenditure.ts';
import { examineExpenditure } from '../project/payments/expenditure/examine-expenditure.ts';
import { judged } from '../project/payments/expenditure/expenditure.ts';
import { ledgerOf } from '../project/payments/ledger.ts';
import { orderPayment } from '../project/payments/order-payment.ts';
import { recordPayment } from '../project/payments/record-payment.ts';
import { orderRecovery } from '../project/payments/recovery/order-recovery.ts';
import { recordRecoveryPaid } from '../project/payments/recovery/record-recovery-paid.ts';
import { owedOn } from '../project/payments/recovery/recovery.ts';
import { settlePhase } from '../project/payments/recovery/settle-phase.ts';
import { settleProject } from '../project/payments/recovery/settle-project.ts';
import { waiveRecovery } from '../project/payments/recovery/waive-recovery.ts';
import { rejectPayment } from '../project/payments/reject-payment.ts';
import { returnTranche } from '../project/payments/return-tranche.ts';
import { isBound } from '../project/payments/standing.ts';
import type { Project } from '../project/project.ts';
import { isRunning } from '../project/stage.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const asked = (command: AnyCommand, who: string, data: unknown = {}): Asked => ({ command, actor: by(who), data });

/** What the offices of a programme would sensibly try on the money of a project, and on its checks. Rules say what its procedure allows. */
export function paymentsMoves(project: Project, chance: number, today: string): Asked[] {
  if (!isBound(project)) return [];
  return [
    ...expenditureMoves(project, chance, today),
    ...(isRunning(project.stage) ? paymentMoves(project, chance, today) : []),
    ...recoveryMoves(project, chance, today),
    ...findingMoves(project, chance),
    ...recordMoves(project, chance, today),
  ];
}

function expenditureMoves({ expenditure, application: { holder }, phases }: Project, chance: number, today: string): Asked[] {
  const report = Object.keys(expenditure).length;
  const known = expenditure[report];
  if (!known || known.certified) {
    if (!phases.current || chance % 5 > 0) return [];
    const piece = `${report}`.padStart(64, '0');
    const line = { item: 'Staff', category: 'direct-staff', amount: 50_000 + (chance % 50) * 20_011, paidOn: today, piece };
    return [asked(declareExpenditure, holder, { lines: [line], simplified: { rate: 1_500 } })];
  }
  if (known.concluded) {
    const outcome = chance % 8 === 0 ? { outcome: 'returned', reasons: 'A piece does not open.' } : { outcome: 'certified' };
    return [asked(certifyService, 'controller', { report, ...outcome })];
  }
  if (known.examined) {
    const answer = { report, answer: 'It was within the period.' };
    return [asked(concludeExamination, 'instructor', { report }), ...(chance % 2 === 0 ? [asked(answerExamination, holder, answer)] : [])];
  }
  const kept = (amount: number) => (chance % 3 === 0 ? Math.floor(amount / 2) : amount);
  const lines = judged(known).map(({ line, amount }) => ({ line, retained: kept(amount), reasons: 'As found.' }));
  return [asked(examineExpenditure, 'instructor', { report, lines })];
}

function paymentMoves({ agreement, tranches, payments: { files } }: Project, chance: number, today: string): Asked[] {
  const waiting = (agreement?.plan ?? []).flatMap(({ phase, kind }) => {
    const name = `${phase}-${kind}`;
    const { requested, released } = tranches[name] ?? {};
    return requested && !released ? [{ named: { phase, kind }, file: files[name] }] : [];
  });
  return waiting.flatMap(({ named, file }): Asked[] => {
    if (chance % 29 === 0) return [asked(returnTranche, 'administrator', { ...named, reasons: 'Another account.' })];
    if (file?.ordered) {
      const rejected = asked(rejectPayment, 'accountant', { ...named, reasons: 'The account is closed.' });
      return chance % 6 === 0 ? [rejected] : [asked(recordPayment, 'accountant', { ...named, paidOn: today, reference: 'Virement' })];
    }
    const order = asked(orderPayment, 'officer', { ...named, reference: 'Mandat', correction: 'The account is mended.' });
    return [asked(approvePayment, chance % 2 === 0 ? 'administrator' : 'director', named), order];
  });
}

function recoveryMoves(project: Project, chance: number, today: string): Asked[] {
  const settling = chance % 17 === 0 ? [asked(settlePhase, 'instructor')] : [];
  const closing = project.stage === 'closing' || (project.stage === 'institutionalisation' && chance % 19 === 0);
  const over = (phase: string) => asked(settlePhase, 'instructor', { phase });
  const ending = closing ? [...project.phases.visited.map(over), asked(settleProject, 'instructor')] : [];
  const owed = Object.entries(project.recoveries).flatMap(([number, recovery]): Asked[] => {
    const left = totalOf(owedOn(recovery));
    if (left === 0) return [];
    const named = { recovery: Number(number) };
    if (!recovery.ordered) return [asked(orderRecovery, 'officer', { ...named, reference: 'Titre' })];
    if (chance % 7 === 0) return [asked(waiveRecovery, 'officer', { ...named, ground: 'remission', reasons: 'Hardship.' })];
    const amount = chance % 2 === 0 ? left : Math.ceil(left / 2);
    return [asked(recordRecoveryPaid, 'accountant', { ...named, amount, paidOn: today, reference: 'Virement' })];
  });
  return [...settling, ...ending, ...owed];
}

function findingMoves(project: Project, chance: number): Asked[] {
  const { checks, application, phases } = project;
  const entry = Object.entries(checks.findings).find(([, { corrected }]) => !corrected);
  const check = Object.keys(checks.open).find((name) => checks.open[name] === 'open');
  if (!check)
    return chance % 11 === 0
      ? [asked(openCheck, 'controller', { check: `check-${Object.keys(checks.open).length}`, kind: 'desk', scope: 'All.' })]
      : [];
  if (!entry) {
    const finding = `finding-${Object.keys(checks.findings).length}`;
    const close = asked(closeCheck, 'controller', { check, conclusion: 'Nothing else.' });
    return chance % 3 === 0 ? [close] : [asked(recordFinding, 'controller', { check, finding, found: 'A sheet is not signed.' })];
  }
  const [finding, { heard }] = entry;
  if (!heard) return chance % 2 === 0 ? [asked(answerFinding, application.holder, { finding, answer: 'It is signed now.' })] : [];
  const phase = phases.current ?? 'concept';
  const held = ledgerOf(project, phase).held.map(({ funder, amount }) => ({ funder, amount: Math.floor(amount / 10) }));
  const decided = (mode: string, shares: object[]) =>
    asked(decideCorrection, 'administrator', { finding, mode, phase, shares, reasons: 'As answered.' });
  return chance % 3 === 0 || totalOf(held) === 0 ? [decided('none', [])] : [decided(chance % 3 === 1 ? 'recovery' : 'set-off', held)];
}

function recordMoves({ checks, indicators, agreement, application: { holder } }: Project, chance: number, today: string): Asked[] {
  const funder = agreement?.plan[0]?.shares[0]?.funder;
  if (chance % 10 > 0 || funder === undefined) return [];
  const visits = Object.keys(checks.visits).length;
  const visit = `visit-${visits - 1}`;
  const waits = visits > 0 && !checks.visits[visit]?.recorded;
  return [
    waits
      ? asked(recordVisit, 'controller', { visit, visitedOn: today, seen: 'The workshops run.' })
      : asked(planVisit, 'controller', { visit: `visit-${visits}`, plannedOn: today, purpose: 'See the workshops.' }),
    asked(recordPublicity, holder, { where: 'A poster.', named: [funder] }),
    asked(recordDoubleFundingCheck, 'controller', { outcome: chance % 40 === 0 ? 'overlap' : 'clear', sources: ['Accounts'], reasons: 'As found.' }),
    indicators.agreed.participants
      ? asked(reportIndicator, holder, { indicator: 'participants', upTo: today, count: chance % 300 })
      : asked(agreeIndicator, 'administrator', { indicator: 'participants', title: 'Participants', kind: 'output' }),
    checks.irregularities.twice === 'open'
      ? asked(closeIrregularity, 'administrator', { irregularity: 'twice', outcome: 'corrected', conclusion: 'All came back.' })
      : asked(reportIrregularity, 'controller', { irregularity: 'twice', description: 'One invoice twice.', shares: [{ funder, amount: 1_000 }] }),
  ];
}
