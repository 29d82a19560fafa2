/** Which of its two times of a decision counts: when it took effect, or when it was known. */
export type Switch = 'effect' | 'known';

export interface Timed {
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly told: { readonly fr: string; readonly en: string };
}

/** An instant at which something changed, with what was decided then. */
export interface Moment {
  readonly at: string;
  readonly told: readonly Timed['told'][];
}

/** The instants at which something was decided, oldest first, each once. */
export function momentsOf(decisions: readonly Timed[], by: Switch): readonly Moment[] {
  const at = ({ occurredAt, recordedAt }: Timed) => (by === 'effect' ? occurredAt : recordedAt);
  return [...Map.groupBy(decisions, at)]
    .map(([instant, all]) => ({ at: instant, told: all.map(({ told }) => told) }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** How the API is asked for that instant; for now, without one. */
export const askedAt = (at: string | undefined, by: Switch): { readonly asOf?: string; readonly knownAt?: string } =>
  at === undefined ? {} : by === 'effect' ? { asOf: at } : { knownAt: at };

/** How the API is asked what was decided since that instant. */
export const sinceThen = (at: string | undefined, by: Switch) => ({
  from: at ?? new Date().toISOString(),
  by: by === 'effect' ? ('took-effect' as const) : ('was-known' as const),
});

/** What the programme's zone is at most ahead of UTC. */
const AHEAD_MS = 2 * 3_600_000;

/** The ends of the months from one instant to another, and the latter, for what is too large to go through decision by decision. */
export function monthsSince(first: string, now: Date): readonly Moment[] {
  const begun = new Date(first);
  const months: Moment[] = [];
  for (let month = begun.getUTCMonth() + 1; ; month += 1) {
    const end = new Date(Date.UTC(begun.getUTCFullYear(), month, 1) - AHEAD_MS - 1);
    if (end >= now) return [...months, { at: now.toISOString(), told: [] }];
    months.push({ at: end.toISOString(), told: [] });
  }
}
