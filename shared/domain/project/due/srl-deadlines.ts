import { addToDay, endOfDay } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';
import { awaitedOf } from '../srl/assessments.ts';
import { nextReview } from '../srl/cadence.ts';
import { isPhase } from '../stage.ts';

/** What is due on the SRL of a project in a phase: the review that is open or the next one, a request for one, the lines of the consolidation plan. */
export function srlDeadlines(project: Project, programme: Programme): Deadline[] {
  if (!isPhase(project.stage)) return [];
  return [...review(project, programme), ...request(project, programme), ...consolidation(project, programme)];
}

/** The SRL review that is open, or the next one, which the process opens. Assessors owe it until what they found is settled, then an administrator its conclusion. */
function review(project: Project, programme: Programme): Deadline[] {
  const { phases, srl } = project;
  if (!phases.current) return [];
  if (srl.open) {
    const { opened, dueOn, lapsesOn } = srl.open;
    const { usual } = countingFrom(opened, programme);
    const lapse = { command: 'miss-srl-review', at: endOfDay(lapsesOn, programme.identity.timeZone) };
    const role = awaitedOf(srl.open) === 'conclusion' ? 'administrator' : 'reviewer';
    return [{ kind: 'conclude-srl-review', since: opened, for: { role }, lastDay: dueOn, ...usual, lapse }];
  }
  const next = nextReview(project, phases.current, programme);
  if (!next) return [];
  const lapse = { command: 'open-srl-review' };
  return [{ kind: 'open-srl-review', since: next.since, for: { role: 'administrator' }, lastDay: addToDay(next.day, '-P1D'), lapse }];
}

function request({ srl: { requested } }: Project, programme: Programme): Deadline[] {
  if (!requested) return [];
  const { policy, after, usual } = countingFrom(requested, programme);
  return [{ kind: 'answer-srl-request', since: requested, for: { role: 'administrator' }, lastDay: after(policy.srlDays.request), ...usual }];
}

/** The holder owes each line of the plan by its day, an assessor the confirmation of what was reported. */
function consolidation({ consolidation: { lines }, application: { holder } }: Project, programme: Programme): Deadline[] {
  return lines.flatMap(({ since, dueOn, reported, confirmed }, index): Deadline[] => {
    if (confirmed) return [];
    if (reported) {
      const { policy, after, usual } = countingFrom(reported, programme);
      return [{ kind: 'confirm-consolidation', since: reported, for: { role: 'reviewer' }, lastDay: after(policy.srlDays.confirmation), ...usual }];
    }
    const { usual } = countingFrom(since, programme);
    return [{ kind: 'consolidate', since, of: `${index + 1}`, for: { person: holder }, lastDay: dueOn, ...usual }];
  });
}
