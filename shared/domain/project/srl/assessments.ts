import { type AssessedLevel, type LevelFound, LevelOutcome } from './scale.ts';

/** What one assessor found, with the scale that it was found by. */
export interface Assessment {
  readonly assessor: string;
  readonly scale: string;
  readonly claimed: number;
  readonly levels: readonly AssessedLevel[];
}

/** What a review has to go on: the assessments, one an assessor, how many of them the policy asked for, and what was agreed where two differ. */
export interface Assessed {
  readonly assessors?: number;
  readonly assessments: readonly Assessment[];
  readonly agreed?: readonly LevelFound[];
}

/** An assessment put in the place of the assessor's earlier one. Where one assessor is enough, the last assessment counts, whoever gave it. */
export const withAssessment = ({ assessors = 1, assessments }: Assessed, added: Assessment): readonly Assessment[] =>
  assessors < 2 ? [added] : [...assessments.filter(({ assessor }) => assessor !== added.assessor), added];

const rank = (outcome: LevelOutcome | undefined): number => (outcome === undefined ? 0 : LevelOutcome.options.indexOf(outcome));
const foundAt = (levels: readonly LevelFound[], level: number): LevelOutcome | undefined => levels.find((found) => found.level === level)?.outcome;

/** The highest level that any of the assessments claims. */
export const claimedIn = (assessments: readonly Assessment[]): number => Math.max(0, ...assessments.map(({ claimed }) => claimed));

/** The levels on which assessments differ; one that an assessor did not go up to counts as not reached by them. */
export function differencesOf(assessments: readonly Assessment[]): number[] {
  const every = Array.from({ length: claimedIn(assessments) }, (_, index) => index + 1);
  return every.filter((level) => new Set(assessments.map(({ levels }) => rank(foundAt(levels, level)))).size > 1);
}

/** What a review waits for: an assessment, an agreement where two differ, or its conclusion. */
export type AwaitedOfReview = 'assessment' | 'agreement' | 'conclusion';

export function awaitedOf({ assessors = 1, assessments, agreed }: Assessed): AwaitedOfReview {
  if (assessments.length < assessors) return 'assessment';
  return differencesOf(assessments).length > 0 && !agreed ? 'agreement' : 'conclusion';
}

/** Whether an outcome lies between the lowest and the highest that the assessors found at its level. */
export function isBetween(assessments: readonly Assessment[], { level, outcome }: LevelFound): boolean {
  const ranks = assessments.map(({ levels }) => rank(foundAt(levels, level)));
  return rank(outcome) >= Math.min(...ranks) && rank(outcome) <= Math.max(...ranks);
}

/** The levels that a review can conclude on: what the assessors found alike, and what was agreed where they differ. */
export function settledLevels({ assessments, agreed = [] }: Assessed): LevelFound[] {
  const [first] = assessments;
  return Array.from({ length: claimedIn(assessments) }, (_, index) => index + 1).map((level) => ({
    level,
    outcome: foundAt(agreed, level) ?? foundAt(first?.levels ?? [], level) ?? 'not-reached',
  }));
}
