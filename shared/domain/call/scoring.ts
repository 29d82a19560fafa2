import type { Policy } from '../programme/policy.ts';
import type { Shortfall } from './selection.ts';

/** One reviewer's marks, by criterion: 0 to 5 by half points. */
export type Marks = readonly { readonly criterion: string; readonly mark: number }[];

/** An application as the selection sees it; its number is its place in the register. */
export interface Entry {
  readonly application: string;
  readonly number: number;
  readonly requested: number;
  readonly reviews: readonly Marks[];
  /** The committee's avis on it is unfavourable. */
  readonly unfavourable?: boolean;
  /** The vote of the chair that named it, and its place in it. */
  readonly chair?: { readonly vote: number; readonly place: number };
}

type Criterion = Policy['rubric'][number];

/**
 * A score in exact arithmetic. A criterion counts mark / 5 × points, as the mean over reviewers: in half marks that is points × Σ half marks / (10 × reviewers),
 * so numerators are integers, and two applications compare without rounding, in whatever order their reviews came.
 */
export interface Score {
  readonly entry: Entry;
  readonly reviewers: number;
  /** Σ over reviewers of the half marks, by criterion. */
  readonly halves: ReadonlyMap<string, number>;
  /** Numerator of the total; the denominator is 10 × reviewers. */
  readonly total: number;
}

const halfMark = (marks: Marks, criterion: string): number => 2 * (marks.find((given) => given.criterion === criterion)?.mark ?? 0);

/** One review's total, in tenths of a point of the rubric. */
export const tenthsOf = (marks: Marks, rubric: Policy['rubric']): number =>
  rubric.reduce((sum, { criterion, points }) => sum + points * halfMark(marks, criterion), 0);

export function scoreOf(entry: Entry, rubric: Policy['rubric']): Score {
  const halves = new Map(rubric.map(({ criterion }) => [criterion, entry.reviews.reduce((sum, marks) => sum + halfMark(marks, criterion), 0)]));
  const total = rubric.reduce((sum, { criterion, points }) => sum + points * halves.get(criterion)!, 0);
  return { entry, reviewers: entry.reviews.length, halves, total };
}

/** Points of a group of criteria: the numerator over 10 × reviewers, and the most that they can bring. */
export function pointsOf({ halves }: Score, criteria: readonly Criterion[]): { readonly had: number; readonly most: number } {
  return {
    had: criteria.reduce((sum, { criterion, points }) => sum + points * (halves.get(criterion) ?? 0), 0),
    most: criteria.reduce((sum, { points }) => sum + points, 0),
  };
}

/** A fraction, rounded to thousandths for reading. */
export const readable = (numerator: number, denominator: number): number =>
  denominator === 0 ? 0 : Math.round((numerator * 1000) / denominator) / 1000;

/** The blocks of a rubric, in its order, with their criteria. */
export function blocksOf(rubric: Policy['rubric']): readonly { readonly block: string; readonly criteria: readonly Criterion[] }[] {
  const names = [...new Set(rubric.map(({ block }) => block))];
  return names.map((block) => ({ block, criteria: rubric.filter((criterion) => criterion.block === block) }));
}

/** What an application lacks: in all, in a block, in a criterion that has a floor, in the committee's avis. Empty when it reaches every threshold. */
export function shortfallsOf(score: Score, { rubric, thresholds }: Pick<Policy, 'rubric' | 'thresholds'>): Shortfall[] {
  const scale = 10 * score.reviewers;
  const lacking: Shortfall[] = [];
  if (score.total < thresholds.total * scale) lacking.push({ code: 'total', had: readable(score.total, scale), needed: thresholds.total });
  for (const { block, criteria } of blocksOf(rubric)) {
    const { had, most } = pointsOf(score, criteria);
    if (had * 100 < thresholds.blockPercent * most * scale) {
      lacking.push({ code: 'block', of: block, had: readable(had, scale), needed: readable(thresholds.blockPercent * most, 100) });
    }
  }
  for (const { criterion, floor } of rubric) {
    const halves = score.halves.get(criterion) ?? 0;
    if (floor !== undefined && halves < floor * 2 * score.reviewers) {
      lacking.push({ code: 'floor', of: criterion, had: readable(halves, 2 * score.reviewers), needed: floor });
    }
  }
  if (score.entry.unfavourable) lacking.push({ code: 'avis', had: 0, needed: 1 });
  return lacking;
}

/** Orders two scores, best first: by total, then by the policy's criteria for ties. 0 where all of it is equal. */
export function compareByMarks(a: Score, b: Score, tieBreak: readonly string[]): number {
  const exact = (x: number, y: number) => y * a.reviewers - x * b.reviewers;
  const byTotal = exact(a.total, b.total);
  if (byTotal !== 0) return byTotal;
  for (const criterion of tieBreak) {
    const byCriterion = exact(a.halves.get(criterion) ?? 0, b.halves.get(criterion) ?? 0);
    if (byCriterion !== 0) return byCriterion;
  }
  return 0;
}

/** Orders two scores, best first: by marks, then by the chair's vote where one named both, then by the number in the register. */
export function compareScores(a: Score, b: Score, tieBreak: readonly string[]): number {
  const byMarks = compareByMarks(a, b, tieBreak);
  if (byMarks !== 0) return byMarks;
  const [one, other] = [a.entry.chair, b.entry.chair];
  return one && other && one.vote === other.vote ? one.place - other.place : a.entry.number - b.entry.number;
}
