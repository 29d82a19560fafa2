import { endOf } from '../../call/hours.ts';
import type { Moment } from '../../kernel/decision.ts';
import { addToDay, dayOf, isBefore } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';
import type { ProjectStage } from '../stage.ts';
import { openSupplement, type Supplement } from './intake.ts';

const unanswered: readonly ProjectStage[] = ['submitted', 'in-review', 'selected', 'reserve'];

/** Whether an application is before the authority: submitted, and neither awarded nor refused. Silence is no answer: an express award may still follow it. */
export const isBeforeTheAuthority = ({ stage }: Pick<Project, 'stage'>): boolean => unanswered.includes(stage);

/** Whether an applicant waits for an answer: before the authority, and no silence recorded yet. */
export const awaitsAnswer = (project: Project): boolean => !project.application.impliedRefusal && isBeforeTheAuthority(project);

/** The request for missing pieces that the applicant still has to answer. */
export const awaitedSupplement = (project: Project): Supplement | undefined =>
  isBeforeTheAuthority(project) ? openSupplement(project.intake) : undefined;

const isInstant = (when: string): boolean => when.includes('T');
const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Of two ways to name a moment, the earlier; days compare as the days that they are. */
const earlierOf = (a: string, b: string): string => (Date.parse(b) < Date.parse(a) ? b : a);

/** A last day or instant, later by the time for which pieces were awaited: from the day of the request to that of its end, no longer than the time given. */
function suspendedBy(last: string, { requested, dueOn, ended }: Supplement, zone: string): string {
  const counted = (at: string): string => (isInstant(last) ? at : dayOf(at, zone));
  const from = counted(requested.at);
  if (Date.parse(from) > Date.parse(last)) return last; // The time was over: nothing was left to suspend.
  const given = isInstant(last) ? endOf(dueOn, zone) : isInstant(dueOn) ? dayOf(dueOn, zone) : dueOn;
  const until = ended ? earlierOf(given, counted(ended.at)) : given;
  const awaited = Math.max(0, Date.parse(until) - Date.parse(from));
  return isInstant(last) ? new Date(Date.parse(last) + awaited).toISOString() : addToDay(last, `P${Math.round(awaited / MILLISECONDS_OF_A_DAY)}D`);
}

/** When the examination began: with the receipt, or anew after an appeal or a correction. */
const examinationBegan = ({ submitted, reopened }: Project['application']): Moment | undefined => reopened ?? submitted;

/**
 * The last day for an answer: so long after receipt (CRPA L231-4 3°: two months), by the policy in force then, and later by as long as pieces were awaited
 * (L114-5: suspended for the time given for them, until they come). Undefined before the application was submitted.
 */
export function answerDay({ application, intake }: Project, programme: Programme): string | undefined {
  const began = examinationBegan(application);
  if (!began) return undefined;
  const { policy, after } = countingFrom(began, programme);
  const supplements = intake.supplements.filter(({ requested }) => !isBefore(requested.at, began.at));
  return supplements.reduce((last, supplement) => suspendedBy(last, supplement, programme.identity.timeZone), after(policy.days.silence));
}

/** The decision that last set the day for an answer: the receipt, or a request for pieces or its end. */
export function answerDaySetBy({ application, intake: { supplements } }: Project): Moment | undefined {
  const began = examinationBegan(application);
  if (!began) return undefined;
  const set = supplements.flatMap(({ requested, ended }) => [requested, ...(ended ? [ended] : [])]);
  return set.reduce((latest, moment) => (isBefore(moment.at, latest.at) ? latest : moment), began);
}
