import { countingFrom } from '../../process/counting.ts';
import type { ProjectKnown } from '../project.ts';

/** By when a review that is asked for now has to be there: the policy's time for reviewing. */
export const reviewDay = ({ programme }: Pick<ProjectKnown, 'programme'>, at: string): string => {
  const { policy, after } = countingFrom({ at, id: '' }, programme);
  return after(policy.days.review);
};
