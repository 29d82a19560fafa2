import type { Obligation } from '../kernel/obligation.ts';
import { type Deadline, obligation } from '../process/schedule.ts';
import type { Programme } from '../programme/programme.ts';
import { agreementDeadlines } from './due/agreement-deadlines.ts';
import { outcomeDeadlines } from './due/outcome-deadlines.ts';
import { deadlinesAfterEnd, paymentDeadlines } from './due/payment-deadlines.ts';
import { phaseDeadlines } from './due/phase-deadlines.ts';
import { publicationDeadlines } from './due/publication-deadlines.ts';
import { reportDeadlines } from './due/report-deadlines.ts';
import { runningDeadlines } from './due/running-deadlines.ts';
import { selectionDeadlines } from './due/selection-deadlines.ts';
import { srlDeadlines } from './due/srl-deadlines.ts';
import { standingStill } from './due/suspensions.ts';
import type { Project } from './project.ts';

/** What is due on a project, and what the process will do about it. Dates count by the policy in force when they were set. */
export function projectObligations(project: Project, programme: Programme): readonly Obligation[] {
  const ofStage = project.stage === 'ended' ? deadlinesAfterEnd(project, programme) : deadlinesOnTheWay(project, programme);
  const deadlines = [...ofStage, ...publicationDeadlines(project, programme)];
  return deadlines.map((deadline) => obligation(deadline, programme.identity.timeZone, project.nudges));
}

function deadlinesOnTheWay(project: Project, programme: Programme): readonly Deadline[] {
  return [
    ...selectionDeadlines(project, programme),
    ...outcomeDeadlines(project, programme),
    ...agreementDeadlines(project, programme),
    ...standingStill([...phaseDeadlines(project, programme), ...runningDeadlines(project, programme)], project, programme),
    ...paymentDeadlines(project, programme),
    ...standingStill([...srlDeadlines(project, programme), ...reportDeadlines(project, programme)], project, programme),
  ];
}
