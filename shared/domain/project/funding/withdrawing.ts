import type { Moment } from '../../kernel/decision.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Programme } from '../../programme/programme.ts';
import { isInForce } from '../agreement/in-force.ts';
import type { Project } from '../project.ts';
import type { Withdrawal } from './withdrawal.ts';

/** The last day on which the holder can answer what was announced, by the policy in force then. */
export function hearingDay(announced: Moment, programme: Programme): string {
  const { policy, after } = countingFrom(announced, programme);
  return after(policy.award.hearing);
}

/** The last day on which an unlawful award can be withdrawn: four months after the decision, unless the policy shortens it (CRPA L242-1). */
export function lastDayToWithdraw(awarded: Moment, programme: Programme): string {
  const { policy, after } = countingFrom(awarded, programme);
  return after(policy.award.withdrawal);
}

/** Whether there is an award that can be taken back: whole, and its project not closing yet. */
export const canBeWithdrawn = (project: Project): boolean =>
  project.funding.awarded !== undefined && (project.stage === 'agreement' || isInForce(project));

/** The withdrawal that waits for an answer or a decision. */
export const pendingWithdrawal = (project: Project): Withdrawal['announced'] => (canBeWithdrawn(project) ? project.withdrawal.announced : undefined);

/** By when an announced withdrawal is to be decided: once more the time of the hearing after it, but no later than the law allows. */
export function decisionDay({ funding: { awarded } }: Project, announced: NonNullable<Withdrawal['announced']>, programme: Programme): string {
  const { policy, after } = countingFrom(announced, programme);
  const usual = after(2 * policy.award.hearing);
  const last = awarded && announced.ground === 'unlawful' ? lastDayToWithdraw(awarded, programme) : usual;
  return last < usual ? last : usual;
}
