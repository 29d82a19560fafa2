import { z } from 'zod';
import { Attachment } from '../../kernel/attachment.ts';
import { Confidentiality } from '../../kernel/confidentiality.ts';
import { Prose } from '../../kernel/words.ts';

/** The scale that an assessment was made by, with its attribution: pinned in every assessment, shown wherever a level is. */
export const SRL_SCALE = 'SRL Ellyx-Université de Poitiers-CNRS, LabCom Destins (ANR), CC BY-ND 4.0, 2023';

/** A level of the scale. */
export const SrlLevel = z.int().min(1).max(9);

/** What was found at one level. */
export const LevelOutcome = z.enum(['not-reached', 'to-consolidate', 'consolidated']);
export type LevelOutcome = z.output<typeof LevelOutcome>;

export const AssessedLevel = z.strictObject({
  level: SrlLevel,
  outcome: LevelOutcome,
  evidence: Prose,
  attachments: z.array(Attachment).max(20).optional(),
  /** Who may see the evidence; where nothing is said, whoever judges or decides on the project (`assessors`). */
  confidentiality: Confidentiality.optional(),
});
export type AssessedLevel = Readonly<z.output<typeof AssessedLevel>>;

/** What was found at a level, without the evidence. */
export type LevelFound = Pick<AssessedLevel, 'level' | 'outcome'>;

/** The levels from 1 up to the claimed one that are missing, then those that are repeated or beyond it. Empty for a whole assessment. */
export function levelsAmiss(claimed: number, levels: readonly LevelFound[]): number[] {
  const expected = Array.from({ length: claimed }, (_, index) => index + 1);
  const assessed = levels.map(({ level }) => level);
  return [
    ...expected.filter((level) => !assessed.includes(level)),
    ...assessed.filter((level, index) => level > claimed || assessed.indexOf(level) !== index),
  ];
}
