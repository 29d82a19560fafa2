import { figuresOf, type SrlFigures } from '@jalon/domain/arithmetic';
import type { Answer } from '../../api/read.ts';

export type SrlReview = Answer<'/v1/projects/{id}/srl-review'>;
export type OpenReview = NonNullable<SrlReview['open']>;
export type Assessment = OpenReview['assessments'][number];
export type Found = Assessment['levels'][number];
export type Outcome = Found['outcome'];
export type File = SrlReview['files'][number];

export const outcomes = ['not-reached', 'to-consolidate', 'consolidated'] as const satisfies readonly Outcome[];
export const outcomeColours = { 'not-reached': 'gray', 'to-consolidate': 'yellow', consolidated: 'green' } as const satisfies Record<Outcome, string>;
export const classesOfEvidence = ['public', 'programme', 'assessors', 'restricted'] as const satisfies readonly NonNullable<
  Found['confidentiality']
>[];

/** The highest level of the scale. */
export const HIGHEST = 9;
export const isLevel = (level: number): level is Level => Number.isInteger(level) && level >= 1 && level <= HIGHEST;
export type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export const levels: readonly Level[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What is typed of one level, as far as it is there. */
export interface TypedLevel {
  readonly outcome?: Outcome | undefined;
  readonly evidence?: string | undefined;
  readonly attachments?: readonly File[] | undefined;
  readonly confidentiality?: Found['confidentiality'];
}
export type TypedLevels = Readonly<Partial<Record<Level, TypedLevel>>>;
export interface AssessmentDraft {
  readonly claimed: Level;
  /** What was typed beyond the claimed level is kept, and not sent. */
  readonly levels: TypedLevels;
}

/** What stands in the form before anything is typed: what one found already, else nothing, up to the level that was claimed last. */
export function beginning({ open, last }: Pick<SrlReview, 'open' | 'last'>): AssessmentDraft {
  const mine = open?.assessments.find((one) => one.mine);
  if (mine) return { claimed: mine.claimed as Level, levels: Object.fromEntries(mine.levels.map(({ level, ...found }) => [level, found])) };
  const claimed = Math.max(1, ...(last?.assessments.map((one) => one.claimed) ?? []));
  return { claimed: isLevel(claimed) ? claimed : 1, levels: {} };
}

export const levelsUpTo = (claimed: Level): readonly Level[] => levels.slice(0, claimed);

/** What is typed up to the claimed level, as the command takes it. */
export const inputOf = ({ claimed, levels: typed }: AssessmentDraft) => ({
  claimed,
  levels: levelsUpTo(claimed).map((level) => {
    const { outcome, evidence = '', attachments = [], confidentiality } = typed[level] ?? {};
    return { level, outcome, evidence, ...(attachments.length > 0 && { attachments }), ...(confidentiality && { confidentiality }) };
  }),
});

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** The levels up to the claimed one that lack their finding or its evidence. */
export const unfinished = ({ claimed, levels: typed }: AssessmentDraft): readonly Level[] =>
  levelsUpTo(claimed).filter((level) => typed[level]?.outcome === undefined || !isSaid(typed[level].evidence));

/** The level reached and the level consolidated, as far as findings are there: by the rule that concludes the review. */
export const figuresSoFar = ({ claimed, levels: typed }: AssessmentDraft): SrlFigures =>
  figuresOf(
    levelsUpTo(claimed).flatMap((level) => {
      const outcome = typed[level]?.outcome;
      return outcome ? [{ level, outcome }] : [];
    }),
  );

/** What the last review found at each level: what was agreed where two differed, else what its assessment says. */
export function foundBefore({ last }: Pick<SrlReview, 'last'>, level: number): Found | undefined {
  const at = (all: readonly Found[] | undefined) => all?.find((found) => found.level === level);
  return at(last?.agreed?.levels) ?? at(last?.assessments[0]?.levels);
}
