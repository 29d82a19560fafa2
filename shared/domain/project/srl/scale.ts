import { z } from 'zod';
import { Prose } from '../../kernel/words.ts';

/** The scale that an assessment was made by, with its attribution: pinned in every assessment, shown wherever a level is. */
export const SRL_SCALE = 'SRL Ellyx-Université de Poitiers-CNRS, LabCom Destins (ANR), CC BY-ND 4.0, 2023';

/** A level of the scale. */
export const SrlLevel = z.int().min(1).max(9);

/** What was found at one level. */
export const LevelOutcome = z.enum(['not-reached', 'to-consolidate', 'consolidated']);

export const AssessedLevel = z.strictObject({ level: SrlLevel, outcome: LevelOutcome, evidence: Prose });
export type AssessedLevel = Readonly<z.output<typeof AssessedLevel>>;

/** Both figures of a project on the scale; 0 where not even the first level holds. */
export interface SrlFigures {
  /** The highest level with no gap below it. */
  readonly reached: number;
  /** The highest level up to which all are consolidated. */
  readonly consolidated: number;
}

/** The figures that follow from an assessment of every level up to the claimed one. */
export function figuresOf(levels: readonly Pick<AssessedLevel, 'level' | 'outcome'>[]): SrlFigures {
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
