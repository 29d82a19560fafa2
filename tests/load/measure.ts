/** What a row of the table rests on: how many were done a second, and how long each took (milliseconds). */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** The value below which this share of the sorted values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs `act` from so many clients at once, each again as soon as it is answered, for so many seconds after a warm-up of one. */
export async function sustained(clients: number, seconds: number, act: (client: number, round: number) => Promise<unknown>): Promise<Measured> {
  const took: number[] = [];
  const begin = performance.now() + 1_000;
  const end = begin + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; performance.now() < end; round += 1) {
        const asked = performance.now();
        await act(client, round);
        const answered = performance.now();
        if (asked >= begin && answered <= end) took.push(answered - asked);
      }
    }),
  );
  return { perSecond: took.length / seconds, p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
