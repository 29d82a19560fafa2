import { isBefore } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { signatureDay } from '../agreement/signature-day.ts';
import { reachesFloors, reviewInPhase } from '../phases/gate.ts';
import { phaseAfter } from '../phases/phases.ts';
import type { Project } from '../project.ts';
import { isPhase } from '../stage.ts';

/** What is due between the award and the end: signature, entry into a phase, the gate out of it, the final report. */
export function phaseDeadlines(project: Project, programme: Programme): Deadline[] {
  return [...signature(project, programme), ...entry(project, programme), ...gate(project, programme), ...finalReport(project, programme)];
}

function signature({ stage, agreement, funding: { awarded } }: Project, programme: Programme): Deadline[] {
  if (stage !== 'agreement' || agreement || !awarded) return [];
  const { usual } = countingFrom(awarded, programme);
  const lastDay = signatureDay(awarded.at, programme);
  const since = { at: awarded.at, id: awarded.id };
  return [
    { kind: 'sign-agreement', since, for: { role: 'administrator' }, lastDay, reminders: usual.reminders, lapse: { command: 'lapse-agreement' } },
  ];
}

function entry({ phases: { cleared } }: Project, programme: Programme): Deadline[] {
  if (!cleared) return [];
  const { policy, after, usual } = countingFrom(cleared, programme);
  return [{ kind: 'enter-phase', since: cleared, for: { role: 'administrator' }, lastDay: after(policy.days.enterPhase), ...usual }];
}

/** A gate is due once a review of this phase found the SRL that the next one asks for, until a gate is decided on it. */
function gate(project: Project, programme: Programme): Deadline[] {
  const { stage, phases } = project;
  const review = reviewInPhase(project);
  if (!isPhase(stage) || !phases.current || phases.cleared || !review) return [];
  const decidedSince = phases.lastGate && !isBefore(phases.lastGate.at, review.at);
  const to = phaseAfter(phases.current);
  const { policy, after, usual } = countingFrom(review, programme);
  if (decidedSince || !to || !reachesFloors(review, to, policy)) return [];
  return [{ kind: 'decide-gate', since: review, for: { role: 'committee-chair' }, lastDay: after(policy.days.gate), ...usual }];
}

function finalReport({ stage, application: { holder }, phases: { lastGate } }: Project, programme: Programme): Deadline[] {
  if (stage !== 'closing' || !lastGate) return [];
  const { policy, after, usual } = countingFrom(lastGate, programme);
  return [{ kind: 'final-report', since: lastGate, for: { person: holder }, lastDay: after(policy.days.finalReport), ...usual }];
}
