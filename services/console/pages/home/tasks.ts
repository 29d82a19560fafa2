import type { Answer } from '../../api/read.ts';

export type Task = Answer<'/v1/my-work'>['items'][number];
export type Urgency = 'late' | 'soon' | 'later';

const SOON_MS = 15 * 86_400_000;

/** How a due date stands to now: past, within fifteen days, or after. */
export const urgencyOf = (due: string, now: number): Urgency => {
  const left = Date.parse(due) - now;
  return left < 0 ? 'late' : left < SOON_MS ? 'soon' : 'later';
};

/** Tasks by urgency, the pressing ones first; groups without tasks are left out. */
export function groupsOf(tasks: readonly Task[], now: number): readonly { readonly group: Urgency; readonly tasks: readonly Task[] }[] {
  const by = Map.groupBy(tasks, ({ due }) => urgencyOf(due, now));
  return (['late', 'soon', 'later'] as const).flatMap((group) => {
    const in_ = by.get(group);
    return in_ ? [{ group, tasks: in_ }] : [];
  });
}
