import type { Moment } from '../../kernel/decision.ts';
import { addToDay, dayOf, isBefore } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import { workingDayFrom } from '../../process/working-days.ts';
import type { Programme } from '../../programme/programme.ts';
import { reachesFloors, reviewInPhase } from '../phases/gate.ts';
import { phaseAfter } from '../phases/phases.ts';
import type { Project } from '../project.ts';
import { isPhase, isRunning } from '../stage.ts';

/** What the holder tells of a project while it runs: the value review of each phase, and progress reports with what becomes of them. */
export function reportDeadlines(project: Project, programme: Programme): Deadline[] {
  const inPhase = isPhase(project.stage) ? [...valueReview(project, programme), ...nextReport(project, programme)] : [];
  return isRunning(project.stage) ? [...inPhase, ...reportsUnderWay(project, programme)] : [];
}

/** Due by the cadence of the phase; the first of a phase also before the gate that an SRL review opened, whichever comes first. */
function valueReview(project: Project, programme: Programme): Deadline[] {
  const { phases, value, application } = project;
  const { current, entered } = phases;
  if (!current || !entered) return [];
  const reviewed = value.last && !isBefore(value.last.at, entered.at) ? value.last : undefined;
  const since = reviewed ?? entered;
  const counting = countingFrom(since, programme);
  const due = (from: Moment, lastDay: string): Deadline => ({
    kind: 'value-review',
    since: { at: from.at, id: from.id },
    for: { person: application.holder },
    lastDay,
    ...countingFrom(from, programme).usual,
  });
  const byCadence = due(since, counting.after(counting.policy.valueCadence[current]));
  const review = reviewInPhase(project);
  const to = phaseAfter(current);
  if (reviewed || !review || !to) return [byCadence];
  const { policy, after } = countingFrom(review, programme);
  const beforeGate = after(policy.valueBeforeGate);
  return [reachesFloors(review, to, policy) && beforeGate < byCadence.lastDay ? due(review, beforeGate) : byCadence];
}

/** A period ends so long after the first phase began, or after the day up to which the last report reaches; the report on it is due some days later. */
function nextReport({ reports: { begun, last }, application: { holder } }: Project, programme: Programme): Deadline[] {
  const since = last ?? begun;
  if (!since) return [];
  const { policy, usual } = countingFrom(since, programme);
  const reported = last ? last.upTo : addToDay(dayOf(since.at, programme.identity.timeZone), '-P1D');
  const ends = addToDay(reported, policy.reporting.progressEvery);
  const lastDay = workingDayFrom(addToDay(ends, `P${policy.reports.submission}D`), policy.calendar);
  return [{ kind: 'submit-report', since: { at: since.at, id: since.id }, for: { person: holder }, lastDay, ...usual }];
}

function reportsUnderWay({ reports: { standing }, application: { holder } }: Project, programme: Programme): Deadline[] {
  return Object.values(standing).flatMap((report): Deadline[] => {
    if (report.is === 'accepted') return [];
    const { since } = report;
    const { policy, after, usual } = countingFrom(since, programme);
    return report.is === 'submitted'
      ? [{ kind: 'assess-report', since, for: { role: 'administrator' }, lastDay: after(policy.reports.assessment), ...usual }]
      : [{ kind: 'submit-report', since, for: { person: holder }, lastDay: after(policy.reports.correction), ...usual }];
  });
}
