import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import { answerDay, answerDaySetBy, awaitedSupplement, awaitsAnswer } from '../application/answer.ts';
import type { Project } from '../project.ts';

const administrator = { role: 'administrator' };

/** What is due on an application that was handed in: its receipt, its completeness, missing pieces, its eligibility, and an answer before silence becomes one. */
export function intakeDeadlines(project: Project, programme: Programme): Deadline[] {
  return [
    ...receipt(project, programme),
    ...completeness(project, programme),
    ...supplement(project, programme),
    ...eligibility(project, programme),
    ...answer(project, programme),
  ];
}

function receipt(project: Project, programme: Programme): Deadline[] {
  const { submitted } = project.application;
  if (!submitted || project.intake.acknowledged || !awaitsAnswer(project)) return [];
  const { policy, after } = countingFrom(submitted, programme);
  const lastDay = after(policy.days.acknowledgement);
  return [{ kind: 'acknowledge-receipt', since: submitted, for: administrator, lastDay, lapse: { command: 'acknowledge-receipt' } }];
}

/** What the examination of a file counts from: its receipt, or the end of the last request for missing pieces. Nothing while pieces are awaited. */
const examinedSince = (project: Project) => {
  const { application, intake } = project;
  if (project.stage !== 'submitted' || awaitedSupplement(project)) return undefined;
  return application.submitted && (intake.supplements.at(-1)?.ended ?? application.submitted);
};

function completeness(project: Project, programme: Programme): Deadline[] {
  const since = examinedSince(project);
  if (!since || project.intake.complete) return [];
  const { policy, after, usual } = countingFrom(since, programme);
  return [{ kind: 'check-completeness', since, for: administrator, lastDay: after(policy.days.completeness), ...usual }];
}

function supplement(project: Project, programme: Programme): Deadline[] {
  const awaited = awaitedSupplement(project);
  if (!awaited) return [];
  const { requested: since, dueOn: lastDay } = awaited;
  const { reminders } = countingFrom(since, programme).usual;
  const lapse = { command: 'record-supplement-missing' };
  return [{ kind: 'answer-supplement', since, for: { person: project.application.holder }, lastDay, reminders, lapse }];
}

function eligibility(project: Project, programme: Programme): Deadline[] {
  const since = examinedSince(project);
  if (!since) return [];
  const { policy, after, usual } = countingFrom(since, programme);
  return [{ kind: 'assess-eligibility', since, for: administrator, lastDay: after(policy.days.eligibility), ...usual }];
}

function answer(project: Project, programme: Programme): Deadline[] {
  const { submitted } = project.application;
  const lastDay = answerDay(project, programme);
  const since = answerDaySetBy(project);
  if (!submitted || !lastDay || !since || !awaitsAnswer(project)) return [];
  const { silenceReminders: reminders } = countingFrom(submitted, programme).policy;
  return [{ kind: 'answer-before-silence', since, for: administrator, lastDay, reminders, lapse: { command: 'record-silence' } }];
}
