/** What was found at a level, as far as the figures go by it. */
export interface Figured {
  readonly level: number;
  readonly outcome: 'not-reached' | 'to-consolidate' | 'consolidated';
}

/** Both figures of a project on the scale; 0 where not even the first level holds. */
export interface SrlFigures {
  /** The highest level with no gap below it. */
  readonly reached: number;
  /** The highest level up to which all are consolidated. */
  readonly consolidated: number;
}

/** The figures that follow from an assessment of every level up to the claimed one. */
export function figuresOf(levels: readonly Figured[]): SrlFigures {
  const outcomes = new Map(levels.map(({ level, outcome }) => [level, outcome]));
  const upTo = (holds: (outcome: string | undefined) => boolean): number => {
    let level = 0;
    while (holds(outcomes.get(level + 1))) level += 1;
    return level;
  };
  return {
    reached: upTo((outcome) => outcome === 'to-consolidate' || outcome === 'consolidated'),
    consolidated: upTo((outcome) => outcome === 'consolidated'),
  };
}
