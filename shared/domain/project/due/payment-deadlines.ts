import type { Moment } from '../../kernel/decision.ts';
import type { ObligationKind, Obliged } from '../../kernel/obligation.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';
import { totalOf } from '../../programme/shares.ts';
import { answerDay as findingDay } from '../checks/answer-day.ts';
import { awaitsAnswer as findingAwaitsAnswer } from '../checks/checks.ts';
import { answerDay } from '../payments/expenditure/answer-day.ts';
import { awaitsAnswer, type Report } from '../payments/expenditure/expenditure.ts';
import type { PaymentFile } from '../payments/payments.ts';
import { owedOn } from '../payments/recovery/recovery.ts';
import { isBound, notPayable } from '../payments/standing.ts';
import type { Project } from '../project.ts';
import { heldPayments } from './suspensions.ts';

/** What is due of money and checks: expenditure on its way to certification, payments, recoveries, findings. A pause or a suspension holds payments only. */
export function paymentDeadlines(project: Project, programme: Programme): Deadline[] {
  if (!isBound(project)) return [];
  return [
    ...expenditure(project, programme),
    ...(notPayable(project) ? [] : heldPayments(payments(project, programme), project, programme)),
    ...recoveries(project, programme),
    ...findings(project, programme),
  ];
}

/** What is still due once a project has ended: what a check found after its end, and what has to come back. */
export const deadlinesAfterEnd = (project: Project, programme: Programme): Deadline[] =>
  project.agreement ? [...recoveries(project, programme), ...findings(project, programme)] : [];

interface Due {
  readonly kind: ObligationKind;
  readonly since: Moment;
  readonly for: Obliged;
  /** A number of days from `since`. */
  readonly within: number;
  readonly of?: string;
}

function dated({ within, ...due }: Due, programme: Programme): Deadline {
  const { after, usual } = countingFrom(due.since, programme);
  return { ...due, lastDay: after(within), ...usual };
}

function expenditure({ expenditure: all, application: { holder } }: Project, programme: Programme): Deadline[] {
  return Object.entries(all).flatMap(([report, known]): Deadline[] => {
    const { examined } = known;
    if (examined && awaitsAnswer(known)) {
      const { usual } = countingFrom(examined, programme);
      const lapse = { command: 'close-examination' };
      const lastDay = answerDay(examined, programme);
      return [{ kind: 'answer-examination', since: examined, for: { person: holder }, lastDay, reminders: usual.reminders, lapse }];
    }
    const next = onReport(known, programme);
    return next ? [dated({ ...next, of: report }, programme)] : [];
  });
}

/** Who has to act next on a statement that does not wait for its holder. */
function onReport({ declared, examined, heard, concluded, certified }: Report, programme: Programme): Due | undefined {
  const { days } = policyInForce(programme, (concluded ?? heard ?? examined ?? declared).at).policy.payments;
  if (certified) return undefined;
  if (concluded) return { kind: 'certify-service', since: concluded, for: { role: 'controller' }, within: days.certification };
  if (examined) return { kind: 'conclude-examination', since: heard ?? examined, for: { role: 'instructor' }, within: days.conclusion };
  return { kind: 'examine-expenditure', since: declared, for: { role: 'instructor' }, within: days.examination };
}

const noFile: PaymentFile = { approvals: [] };

/** The legal days to pay count from the request, and anew from a rejection: what is missing then interrupts them (Regulation (EU) 2021/1060, article 74(1)(b)). */
function payments({ agreement, tranches, payments: { files } }: Project, programme: Programme): Deadline[] {
  const procedure = policyInForce(programme, agreement?.signed.at ?? '').policy.payments.procedure;
  return Object.entries(tranches).flatMap(([name, { requested, released }]): Deadline[] => {
    if (!requested || released) return [];
    const file = files[name] ?? noFile;
    const since = file.rejected ?? requested;
    const { policy } = countingFrom(since, programme);
    const office = procedure === 'simple' ? simple : nextOffice(file, totalOf(requested.shares) > policy.approvals.secondFrom ? 2 : 1);
    return [dated({ ...office, since, within: policy.days.payment }, programme)];
  });
}

type Office = Pick<Due, 'kind' | 'for'>;
const simple: Office = { kind: 'release-tranche', for: { role: 'accountant' } };

function nextOffice({ approvals, ordered }: PaymentFile, needed: number): Office {
  if (ordered) return { kind: 'record-payment', for: { role: 'accountant' } };
  if (approvals.length >= needed) return { kind: 'order-payment', for: { role: 'authorising-officer' } };
  return { kind: 'approve-payment', for: { role: 'administrator' } };
}

function recoveries({ recoveries: all, application: { holder } }: Project, programme: Programme): Deadline[] {
  return Object.values(all).flatMap((recovery): Deadline[] => {
    if (totalOf(owedOn(recovery)) === 0) return [];
    const { found, ordered } = recovery;
    const { days } = policyInForce(programme, (ordered ?? found).at).policy.payments;
    if (!ordered) {
      const officer = { role: 'authorising-officer' };
      return [dated({ kind: 'order-recovery', since: found, for: officer, within: days.recoveryOrder }, programme)];
    }
    return [dated({ kind: 'pay-recovery', since: ordered, for: { person: holder }, within: days.recovery }, programme)];
  });
}

function findings({ checks, application: { holder } }: Project, programme: Programme): Deadline[] {
  return Object.entries(checks.findings).flatMap(([finding, known]): Deadline[] => {
    if (known.corrected) return [];
    if (findingAwaitsAnswer(known)) {
      const { usual } = countingFrom(known.recorded, programme);
      const lastDay = findingDay(known.recorded, programme);
      const lapse = { command: 'close-findings' };
      return [{ kind: 'answer-finding', since: known.recorded, for: { person: holder }, lastDay, reminders: usual.reminders, lapse }];
    }
    const since = known.heard ?? known.recorded;
    const within = policyInForce(programme, since.at).policy.checks.decision;
    return [dated({ kind: 'decide-correction', since, of: finding, for: { role: 'administrator' }, within }, programme)];
  });
}
