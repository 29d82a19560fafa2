import type { Moment } from '../../kernel/decision.ts';
import { addToDay, dayOf, isBefore } from '../../kernel/time.ts';
import type { Phase } from '../../programme/policy.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';
import type { Project } from '../project.ts';

/** What the next SRL review's date counts from: the entry into the phase, or the last review that ended since. */
export function countsFrom({ phases: { entered }, srl: { ended } }: Project): Moment | undefined {
  if (!entered) return undefined;
  return ended && !isBefore(ended.at, entered.at) ? { at: ended.at, id: ended.id } : { at: entered.at, id: entered.id };
}

/** How long after an instant a review comes, by the policy in force at that instant; sooner for the first one after a return to an earlier phase. */
export function cadenceAt(project: Project, phase: Phase, at: string, programme: Programme): string {
  const { srlCadence } = policyInForce(programme, at).policy;
  const firstAfterReturn = project.phases.entered?.by === 'return' && countsFrom(project)?.id === project.phases.entered.id;
  return firstAfterReturn ? srlCadence.afterReturn : srlCadence[phase];
}

/** The day on which the next SRL review of a project in a phase is opened. */
export function nextReviewDay(project: Project, phase: Phase, since: Moment, programme: Programme): string {
  return addToDay(dayOf(since.at, programme.identity.timeZone), cadenceAt(project, phase, since.at, programme));
}
