/** Which of its two times of a decision counts: when it took effect, or when it was known. */
export type Switch = 'effect' | 'known';

interface Timed {
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

/** How the API is asked for that instant. */
export const askedAt = (at: string, by: Switch): { readonly asOf?: string; readonly knownAt?: string } =>
  by === 'effect' ? { asOf: at } : { knownAt: at };
