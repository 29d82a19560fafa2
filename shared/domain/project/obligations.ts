import type { Obligation } from '../kernel/obligation.ts';
import { obligation } from '../process/schedule.ts';
import type { Programme } from '../programme/programme.ts';
import { phaseDeadlines } from './due/phase-deadlines.ts';
import { runningDeadlines } from './due/running-deadlines.ts';
import { selectionDeadlines } from './due/selection-deadlines.ts';
import { srlDeadlines } from './due/srl-deadlines.ts';
import type { Project } from './project.ts';

/** What is due on a project, and what the process will do about it. Dates count by the policy in force when they were set. */
export function projectObligations(project: Project, programme: Programme): readonly Obligation[] {
  if (project.stage === 'ended') return [];
  const deadlines = [
    ...selectionDeadlines(project, programme),
    ...phaseDeadlines(project, programme),
    ...runningDeadlines(project, programme),
    ...srlDeadlines(project, programme),
  ];
  return deadlines.map((deadline) => obligation(deadline, programme.identity.timeZone, project.nudges));
}
