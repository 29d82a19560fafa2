import { addToDay, dayOf } from '../../kernel/time.ts';
import { type Programme, policyInForce } from '../../programme/programme.ts';
import type { Project } from '../project.ts';

/** Whether an applicant waits for an answer: submitted, neither awarded nor refused, and no silence recorded yet. */
export const awaitsAnswer = ({ stage, application: { impliedRefusal } }: Project): boolean =>
  !impliedRefusal && (stage === 'submitted' || stage === 'in-review' || stage === 'selected' || stage === 'reserve');

/** The last day for an answer: so long after receipt (CRPA L231-4 3°: two months), by the policy in force then. */
export const answerDay = (submittedAt: string, programme: Programme): string =>
  addToDay(dayOf(submittedAt, programme.identity.timeZone), policyInForce(programme, submittedAt).policy.days.silence);
