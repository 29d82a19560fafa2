/** One criterion of the rubric as it is typed. */
export interface Criterion {
  readonly criterion: string;
  readonly block: string;
  readonly points: number;
  readonly floor?: number;
}

/** What the weights of a rubric add up to. */
export const WHOLE = 100;

export function criteriaIn(value: unknown): readonly Criterion[] {
  if (!Array.isArray(value)) return [];
  return value.map(({ criterion, block, points, floor }: Readonly<Record<string, unknown>>) => ({
    criterion: String(criterion),
    block: String(block),
    points: Number(points),
    ...(typeof floor === 'number' && { floor }),
  }));
}

export const sumOf = (rubric: readonly Criterion[]): number => rubric.reduce((sum, { points }) => sum + points, 0);
