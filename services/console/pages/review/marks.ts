import { blocksOf, readable, scoreOf, shortfallsOf } from '@jalon/domain/arithmetic';
import type { InputOf } from '../../api/decide.ts';
import type { Answer } from '../../api/read.ts';

export type Reviews = Answer<'/v1/projects/{id}/reviews'>;
export type Rubric = Reviews['rubric'];
export type Written = Reviews['reviews'][number];
export type Opinion = Written['opinion'];
export const opinions = ['favourable', 'with-reservations', 'unfavourable'] as const satisfies readonly Opinion[];

/** A mark and its reason as far as they are there. */
export interface Typed {
  readonly mark?: number | undefined;
  readonly reason?: string | undefined;
}
/** Marks by criterion, as they are typed. */
export type TypedMarks = Readonly<Record<string, Typed>>;
export interface ReviewDraft {
  readonly marks: TypedMarks;
  readonly opinion?: Opinion | undefined;
  readonly comment?: string | undefined;
}
export const blank: ReviewDraft = { marks: {} };

/** Marks as they were written, as a form or a summary takes them. */
export const typedOf = (marks: Written['marks']): TypedMarks =>
  Object.fromEntries(marks.map(({ criterion, mark, reason }) => [criterion, { mark, reason }]));

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** The marks as a command takes them: those that have a mark, in the order of the draft. */
export const marksOf = (marks: TypedMarks): InputOf<'project/submit-review'>['marks'] =>
  Object.entries(marks).flatMap(([criterion, { mark, reason = '' }]) => (mark === undefined ? [] : [{ criterion, mark, reason }]));

/** What is typed, as the command takes it. */
export const inputOf = ({ marks, opinion, comment }: ReviewDraft) => ({ marks: marksOf(marks), opinion, comment });

/** The criteria of which the mark or its reason is not there yet, in the rubric's order. */
export const unfinished = (marks: TypedMarks, rubric: Rubric): readonly string[] =>
  rubric.map(({ criterion }) => criterion).filter((criterion) => marks[criterion]?.mark === undefined || !isSaid(marks[criterion].reason));

/** The first thing that a review still lacks: a criterion, the opinion or the comment. */
export function firstLacking({ marks, opinion, comment }: ReviewDraft, rubric: Rubric): string | undefined {
  const [criterion] = unfinished(marks, rubric);
  return criterion ?? (opinion === undefined ? 'opinion' : isSaid(comment) ? undefined : 'comment');
}

export interface Reckoned {
  readonly total: number;
  readonly most: number;
  readonly marked: number;
  readonly blocks: readonly {
    readonly block: string;
    readonly score: number;
    readonly most: number;
    readonly needed: number;
    readonly whole: boolean;
  }[];
  /** What it lacks of the thresholds, once every criterion is marked. */
  readonly shortfalls: ReturnType<typeof shortfallsOf>;
}

/** Where the marks given so far lead, by the same arithmetic as the ranking. */
export function reckon(marks: TypedMarks, { rubric, thresholds }: Pick<Reviews, 'rubric' | 'thresholds'>): Reckoned {
  const given = marksOf(marks);
  const score = scoreOf({ application: '', number: 1, requested: 0, reviews: [given] }, rubric);
  const isMarked = (criterion: string) => marks[criterion]?.mark !== undefined;
  return {
    total: readable(score.total, 10),
    most: rubric.reduce((sum, { points }) => sum + points, 0),
    marked: rubric.filter(({ criterion }) => isMarked(criterion)).length,
    blocks: blocksOf(rubric).map(({ block, criteria }) => {
      const most = criteria.reduce((sum, { points }) => sum + points, 0);
      const had = criteria.reduce((sum, { criterion, points }) => sum + points * (score.halves.get(criterion) ?? 0), 0);
      return {
        block,
        score: readable(had, 10),
        most,
        needed: readable(thresholds.blockPercent * most, 100),
        whole: criteria.every(({ criterion }) => isMarked(criterion)),
      };
    }),
    shortfalls: rubric.every(({ criterion }) => isMarked(criterion)) ? shortfallsOf(score, { rubric, thresholds }) : [],
  };
}
