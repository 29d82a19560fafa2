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

/**
 * How long after an instant a review comes: as was set for this project, or else by the policy in force at that instant; sooner for the first one
 * after a return to an earlier phase.
 */
export function cadenceAt(project: Project, phase: Phase, at: string, programme: Programme): string {
  if (project.srl.cadence) return project.srl.cadence.every;
  const { srlCadence } = policyInForce(programme, at).policy;
  const firstAfterReturn = project.phases.entered?.by === 'return' && countsFrom(project)?.id === project.phases.entered.id;
  return firstAfterReturn ? srlCadence.afterReturn : srlCadence[phase];
}

/** The day that lies one cadence after a moment. */
const dayAfter = ({ at }: Moment, cadence: string, programme: Programme): string => addToDay(dayOf(at, programme.identity.timeZone), cadence);

/** Whichever of two moments came later. */
const later = (a: Moment, b: Moment): Moment => (isBefore(a.at, b.at) ? b : a);

/** The day on which the next SRL review of a project in a phase is opened, and the decision that set it. Undefined before the first phase. */
export function nextReview(project: Project, phase: Phase, programme: Programme): { readonly since: Moment; readonly day: string } | undefined {
  const from = countsFrom(project);
  if (!from) return undefined;
  const { cadence } = project.srl;
  const usual = { since: from, day: dayAfter(from, cadenceAt(project, phase, from.at, programme), programme) };
  if (cadence) return { ...usual, since: later(from, { at: cadence.at, id: cadence.id }) };

  const gate = project.phases.lastGate;
  if (gate?.outcome !== 'consolidation' || isBefore(gate.at, from.at)) return usual;
  const sooner = dayAfter(gate, policyInForce(programme, gate.at).policy.srlCadence.afterReturn, programme);
  return sooner < usual.day ? { since: { at: gate.at, id: gate.id }, day: sooner } : usual;
}
