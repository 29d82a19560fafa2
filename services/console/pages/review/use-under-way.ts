import { type Answer, useNeeded } from '../../api/read.ts';

export type Task = Answer<'/v1/my-work'>['items'][number];

/** What a reviewer owes on projects under way, by its kind. */
const assessing = ['conclude-srl-review', 'assess-milestone', 'confirm-consolidation'];

/** What is to be assessed on projects under way, the earliest due first. */
export function useUnderWay(): readonly Task[] {
  const { items } = useNeeded('/v1/my-work', { query: { limit: 200 } });
  return items.filter(({ kind }) => assessing.includes(kind));
}
