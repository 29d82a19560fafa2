import { endOf } from '../../call/hours.ts';
import type { Moment } from '../../kernel/decision.ts';
import { addToDay, isBefore } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import { workingDayFrom } from '../../process/working-days.ts';
import type { Policy } from '../../programme/policy.ts';
import type { Programme } from '../../programme/programme.ts';
import type { OutcomeKind } from '../notification/outcome.ts';
import type { Project } from '../project.ts';
import type { ProjectStage } from '../stage.ts';
import type { Appeal, Appealable } from './appeal.ts';

/** The stage in which an outcome that can be appealed against still stands. */
const standsIn: Partial<Readonly<Record<OutcomeKind, ProjectStage>>> = {
  ineligible: 'ineligible',
  'not-selected': 'not-selected',
  reserve: 'reserve',
  refused: 'refused',
};

/** What a holder can appeal against as things stand. */
export interface Contestable {
  readonly against: Appealable;
  /** The decision, and who took it; nobody took a silence. */
  readonly decision: string;
  readonly by?: string;
  /** The last day to appeal; absent while the holder was not told, since no time runs then. */
  readonly lastDay?: string;
  readonly final: boolean;
}

/** A time limit of whole days is a délai franc: neither the day that sets it off nor the one on which it ends counts; one that ends on a day off goes on to the next working day. */
const freeDay = (last: string, { calendar }: Pick<Policy, 'calendar'>): string =>
  last.includes('T') ? last : workingDayFrom(addToDay(last, 'P1D'), calendar);

/** The last day to appeal, from the moment from which it counts: shorter where the remedies were stated (CJA R421-1, R421-5). */
export function lastAppealDay(from: Moment, stated: boolean, programme: Programme): string {
  const { policy, after } = countingFrom(from, programme);
  return freeDay(after(stated ? policy.appeal.window : policy.appeal.withoutRemedies), policy);
}

/** The decision, or the silence, that can be appealed against now; undefined where there is none. */
export function contestable(
  { stage, outcome: { current, silence } }: Pick<Project, 'stage' | 'outcome'>,
  programme: Programme,
): Contestable | undefined {
  if (current && standsIn[current.kind] === stage) {
    const { kind, decided, by, notified, final } = current;
    const lastDay = notified?.appealUntil;
    return { against: kind as Appealable, decision: decided.id, by, ...(lastDay && { lastDay }), final: final !== undefined };
  }
  const unanswered = stage === 'submitted' || stage === 'in-review';
  if (!silence || !unanswered) return undefined;
  return { against: 'silence', decision: silence.id, lastDay: lastAppealDay(silence, false, programme), final: false };
}

/** The appeal that waits for an express answer: what it is against still stands. An implied rejection can still be answered until it is final. */
export function pendingAppeal(project: Pick<Project, 'stage' | 'outcome' | 'appeal'>, programme: Programme): Appeal | undefined {
  const { appeal } = project;
  const contested = contestable(project, programme);
  if (!appeal || contested?.decision !== appeal.decision || contested.final) return undefined;
  return !appeal.answered || appeal.answered.outcome === 'implied-rejection' ? appeal : undefined;
}

/** The last day to answer an appeal: after it, silence rejects it. */
export function appealAnswerDay({ lodged }: Appeal, programme: Programme): string {
  const { policy, after } = countingFrom(lodged, programme);
  return after(policy.appeal.answer);
}

/** Whether an appeal was upheld, and what it was against is not corrected yet. A silence has nothing to correct: the examination goes on. */
export const awaitsCorrection = ({ appeal }: Pick<Project, 'appeal'>): boolean =>
  appeal?.answered?.outcome === 'upheld' && !appeal.corrected && appeal.against !== 'silence';

/** Until when an outcome can be appealed against, and since which decision: none while an appeal is answered, and none once it is final. */
export interface AppealWindow {
  readonly since: Moment;
  readonly lastDay: string;
}

/** The time to appeal that runs now. An appeal interrupts it: after a rejection it runs anew, for the court (CJA R421-1; one appeal to the authority). */
export function appealWindow(project: Project, programme: Programme): AppealWindow | undefined {
  const { appeal, outcome } = project;
  const contested = contestable(project, programme);
  if (!contested || contested.final || contested.against === 'silence' || contested.against === 'reserve') return undefined;
  if (appeal?.decision === contested.decision) {
    const { answered } = appeal;
    if (!answered || answered.outcome === 'upheld') return undefined;
    return { since: answered, lastDay: lastAppealDay(answered, true, programme) };
  }
  const notified = outcome.current?.notified;
  return notified && contested.lastDay !== undefined ? { since: notified, lastDay: contested.lastDay } : undefined;
}

/** Whether an instant is past a last day. */
export const isPast = (at: string, lastDay: string, { identity: { timeZone } }: Programme): boolean => !isBefore(at, endOf(lastDay, timeZone));
