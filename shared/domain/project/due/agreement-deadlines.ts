import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { inForce } from '../agreement/in-force.ts';
import { noticeDay } from '../agreement/notice-day.ts';
import { signatureDay } from '../agreement/signature-day.ts';
import { openReservations } from '../funding/funding.ts';
import { decisionDay, hearingDay, pendingWithdrawal } from '../funding/withdrawing.ts';
import type { Project } from '../project.ts';
import { isPhase } from '../stage.ts';

/** What is due on the award and the agreement. It goes on while the agreement is suspended. */
export function agreementDeadlines(project: Project, programme: Programme): Deadline[] {
  return [
    ...reservations(project, programme),
    ...withdrawal(project, programme),
    ...formalNotice(project, programme),
    ...suspension(project, programme),
    ...end(project, programme),
  ];
}

/** Reservations have to be lifted while the agreement can still be signed; the lapse is that of the signature. */
function reservations({ stage, agreement, funding, application: { holder } }: Project, programme: Programme): Deadline[] {
  const { awarded } = funding;
  if (stage !== 'agreement' || agreement || !awarded || openReservations(funding).length === 0) return [];
  const { usual } = countingFrom(awarded, programme);
  const since = { at: awarded.at, id: awarded.id };
  return [{ kind: 'lift-reservations', since, for: { person: holder }, lastDay: signatureDay(awarded.at, programme), ...usual }];
}

/** The holder is heard on a withdrawal, and the authority decides on it. */
function withdrawal(project: Project, programme: Programme): Deadline[] {
  const announced = pendingWithdrawal(project);
  if (!announced) return [];
  const since = { at: announced.at, id: announced.id };
  const { usual } = countingFrom(announced, programme);
  const hearing: Deadline = {
    kind: 'answer-withdrawal',
    since,
    for: { person: project.application.holder },
    lastDay: hearingDay(announced, programme),
    reminders: usual.reminders,
  };
  const lastDay = decisionDay(project, announced, programme);
  const deciding: Deadline = { kind: 'decide-withdrawal', since, for: { role: 'administrator' }, lastDay, ...usual };
  return project.withdrawal.answered ? [deciding] : [hearing, deciding];
}

function formalNotice(project: Project, programme: Programme): Deadline[] {
  const notice = inForce(project)?.notice;
  if (!notice || notice.answered) return [];
  const since = { at: notice.given.at, id: notice.given.id };
  const { usual } = countingFrom(notice.given, programme);
  return [
    { kind: 'answer-formal-notice', since, for: { person: project.application.holder }, lastDay: noticeDay(notice.given, programme), ...usual },
  ];
}

function suspension(project: Project, programme: Programme): Deadline[] {
  const suspended = inForce(project)?.suspended;
  if (project.stage !== 'suspended' || !suspended) return [];
  const { policy, after, usual } = countingFrom(suspended, programme);
  const since = { at: suspended.at, id: suspended.id };
  const lastDay = suspended.until ?? after(policy.award.suspension);
  return [{ kind: 'resume-or-terminate', since, for: { role: 'administrator' }, lastDay, ...usual }];
}

/** Before its last day an agreement is extended, or the project brought to its close. */
function end(project: Project, programme: Programme): Deadline[] {
  const agreement = inForce(project);
  if (!isPhase(project.stage) || !agreement?.endsOn) return [];
  const since = agreement.amendments.at(-1) ?? agreement.signed;
  const { usual } = countingFrom(since, programme);
  return [{ kind: 'close-agreement', since: { at: since.at, id: since.id }, for: { role: 'administrator' }, lastDay: agreement.endsOn, ...usual }];
}
