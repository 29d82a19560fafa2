import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { PolicyKnown } from '../../programme/programme.ts';
import { openReservations } from '../funding/funding.ts';
import type { Project } from '../project.ts';

export const readinessRefusals = ['withdrawal-pending', 'reduction-not-accepted', 'reservations-open', 'act-not-executory'] as const;

/**
 * Why an award is not ready for signature: its withdrawal is announced, the holder has not accepted that it is less than was asked for, a reservation
 * is open, or an act is not executory yet that has to be: that of a Region and every délibération, where the policy asks for it (CGCT L4141-1).
 */
export function unreadiness(project: Project, { policy, programme }: PolicyKnown): Refusal<(typeof readinessRefusals)[number]> | undefined {
  const { funding, withdrawal } = project;
  if (withdrawal.announced) return refuse('withdrawal-pending');
  if (funding.awarded?.reduced && !funding.reductionAccepted) return refuse('reduction-not-accepted');
  const reservations = openReservations(funding);
  if (reservations.length > 0) return refuse('reservations-open', { reservations });
  const needsIt = (funder: string) => funding.granted[funder]?.act?.kind === 'deliberation' || programme.funders[funder]?.kind === 'region';
  const waiting = (funding.awarded?.shares ?? [])
    .map(({ funder }) => funder)
    .filter((funder) => needsIt(funder) && !funding.granted[funder]?.executoryOn);
  return policy.award.executoryNeeded && waiting.length > 0 ? refuse('act-not-executory', { funders: waiting }) : undefined;
}
