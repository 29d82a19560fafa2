import { isBefore } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { signatureDay } from '../agreement/signature-day.ts';
import { reachesFloors, reviewInPhase } from '../phases/gate.ts';
import { phaseAfter } from '../phases/phases.ts';
import { conditionDay } from '../phases/unmet-conditions.ts';
import type { Project } from '../project.ts';
import { isPhase } from '../stage.ts';

/** What is due between the award and the end: signature, entry into a phase, the gate out of it with its file and conditions, the final report, the results. */
export function phaseDeadlines(project: Project, programme: Programme): Deadline[] {
  return [signature, entry, gate, conditions, finalReport, sharedResults].flatMap((due) => due(project, programme));
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

/** A gate is due once a review of this phase found the SRL that the next one asks for, until a gate is decided on it; its file before it. */
function gate(project: Project, programme: Programme): Deadline[] {
  const { stage, phases } = project;
  const review = reviewInPhase(project);
  if (!isPhase(stage) || !phases.current || phases.cleared || !review) return [];
  const decidedSince = phases.lastGate && !isBefore(phases.lastGate.at, review.at);
  const to = phaseAfter(phases.current);
  const { policy, after, usual } = countingFrom(review, programme);
  if (decidedSince || !to || !reachesFloors(review, to, policy)) return [];
  const since = { at: review.at, id: review.id };
  const decide: Deadline = { kind: 'decide-gate', since, for: { role: 'committee-chair' }, lastDay: after(policy.days.gate), ...usual };
  if (phases.prepared?.review === review.review) return [decide];
  return [{ kind: 'prepare-gate', since, for: { role: 'administrator' }, lastDay: after(policy.days.gatePreparation), ...usual }, decide];
}

/** The holder owes each condition of a gate by its day, an administrator the confirmation of what was reported. */
function conditions({ stage, conditions: all, application: { holder } }: Project, programme: Programme): Deadline[] {
  if (!isPhase(stage)) return [];
  return all.flatMap((one): Deadline[] => {
    const { condition, since, reported, confirmed } = one;
    if (confirmed) return [];
    if (reported) {
      const { policy, after, usual } = countingFrom(reported, programme);
      const lastDay = after(policy.days.conditionConfirmation);
      return [{ kind: 'confirm-condition', since: { at: reported.at, id: reported.id }, for: { role: 'administrator' }, lastDay, ...usual }];
    }
    const { usual } = countingFrom(since, programme);
    return [{ kind: 'meet-condition', since, of: `${condition}`, for: { person: holder }, lastDay: conditionDay(one, programme), ...usual }];
  });
}

/** What a project that closes counts from: the end of its agreement, or the gate through which it left. */
const closingSince = ({ agreement, phases: { lastGate } }: Project) => agreement?.terminated ?? lastGate;

function finalReport(project: Project, programme: Programme): Deadline[] {
  const {
    stage,
    application: { holder },
  } = project;
  const since = closingSince(project);
  if (stage !== 'closing' || !since) return [];
  const { policy, after, usual } = countingFrom(since, programme);
  return [
    { kind: 'final-report', since: { at: since.at, id: since.id }, for: { person: holder }, lastDay: after(policy.days.finalReport), ...usual },
  ];
}

/** Results are published once the project closes, unless that was done while it still ran. */
function sharedResults(project: Project, programme: Programme): Deadline[] {
  const {
    stage,
    application: { holder },
    phases: { shared },
  } = project;
  const since = closingSince(project);
  if (stage !== 'closing' || shared || !since) return [];
  const { policy, after, usual } = countingFrom(since, programme);
  return [
    { kind: 'share-results', since: { at: since.at, id: since.id }, for: { person: holder }, lastDay: after(policy.days.sharedResults), ...usual },
  ];
}
