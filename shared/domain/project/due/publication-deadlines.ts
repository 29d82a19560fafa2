import { addToDay } from '../../kernel/time.ts';
import { countingFrom } from '../../process/counting.ts';
import type { Deadline } from '../../process/schedule.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Project } from '../project.ts';

/**
 * A grant above the amount of the policy is published as open data, whatever has become of the project since (décret 2017-779): counted from the day on which it was
 * signed, which may be before the one on which that was recorded.
 */
export function publicationDeadlines({ agreement }: Project, programme: Programme): Deadline[] {
  if (!agreement || agreement.published) return [];
  const { policy, usual } = countingFrom(agreement.signed, programme);
  if (agreement.amount <= policy.reporting.publishedAbove) return [];
  const since = { at: agreement.signed.at, id: agreement.signed.id };
  return [
    {
      kind: 'publish-grant',
      since,
      for: { role: 'administrator' },
      lastDay: addToDay(agreement.signedOn, policy.reporting.publishedWithin),
      ...usual,
    },
  ];
}
