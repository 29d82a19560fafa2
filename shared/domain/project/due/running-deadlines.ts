import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';
import { isRunning } from '../stage.ts';

/** What is due while a project runs: its milestones. */
export function runningDeadlines(project: Project, programme: Programme): Deadline[] {
  return isRunning(project.stage) ? milestones(project, programme) : [];
}

function milestones({ milestones: all, application: { holder } }: Project, programme: Programme): Deadline[] {
  return Object.values(all).flatMap(({ agreed, reported, outcome, cancelled }): Deadline[] => {
    if (reported) {
      const { policy, after, usual } = countingFrom(reported, programme);
      const lastDay = after(policy.days.milestoneAssessment);
      return [{ kind: 'assess-milestone', since: reported, for: { role: 'reviewer' }, lastDay, ...usual }];
    }
    if (!agreed || outcome || cancelled) return [];
    const { usual } = countingFrom(agreed, programme);
    return [{ kind: 'report-milestone', since: agreed, for: { person: holder }, lastDay: agreed.dueOn, ...usual }];
  });
}
