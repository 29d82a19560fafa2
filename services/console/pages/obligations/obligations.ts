import type { Answer } from '../../api/read.ts';

export type Due = Answer<'/v1/programmes/{id}/due'>['items'][number];

/** After so long without the step that it was to take, the process is told to be held up, as the operator's alarm is. */
const HELD_UP_MS = 10 * 60_000;

/** Whether the process should have acted on something and has not. */
export const isHeldUp = ({ next }: Due, now: number): boolean => next !== undefined && now - Date.parse(next.at) > HELD_UP_MS;

/** For whom something is, as one name to narrow by: `role/administrator`, `person/ana`, `funder/region`. */
export function obligedName({ for: obliged }: Due): string {
  if ('role' in obliged) return `role/${obliged.role}`;
  return 'person' in obliged ? `person/${obliged.person}` : `funder/${obliged.funder}`;
}

export const windows = ['late', 'soon', 'all'] as const;
export type Window = (typeof windows)[number];

const SOON_MS = 15 * 86_400_000;

/** Up to when something is due to be shown in a window; undefined shows everything. */
export function endOf(window: Window, now: number): string | undefined {
  if (window === 'all') return undefined;
  return new Date(window === 'late' ? now : now + SOON_MS).toISOString();
}
