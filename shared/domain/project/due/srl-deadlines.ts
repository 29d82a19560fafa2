import { addToDay, endOfDay } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';
import { countsFrom, nextReviewDay } from '../srl/cadence.ts';
import { isPhase } from '../stage.ts';

/** The SRL review that is open and has to be concluded, or the next one, which the process opens. */
export function srlDeadlines(project: Project, programme: Programme): Deadline[] {
  const { stage, phases, srl } = project;
  if (!isPhase(stage) || !phases.current) return [];
  if (srl.open) {
    const { opened, dueOn, lapsesOn } = srl.open;
    const { usual } = countingFrom(opened, programme);
    const lapse = { command: 'miss-srl-review', at: endOfDay(lapsesOn, programme.identity.timeZone) };
    return [{ kind: 'conclude-srl-review', since: opened, for: { role: 'reviewer' }, lastDay: dueOn, ...usual, lapse }];
  }
  const since = countsFrom(project);
  if (!since) return [];
  const lastDay = addToDay(nextReviewDay(project, phases.current, since, programme), '-P1D');
  return [{ kind: 'open-srl-review', since, for: { role: 'administrator' }, lastDay, lapse: { command: 'open-srl-review' } }];
}
