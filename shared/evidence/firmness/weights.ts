import { type Score, scoreOf } from '@jalon/domain';
import { type Selected, STEPS, select, type Trial } from '../selection/select.ts';
import { type Reach, walk } from './walk.ts';

const MOST_POINTS = 100 * STEPS;

/** How far the weight of a criterion may go down, to nothing, and up, to a hundred points, before the selection changes; the other weights stay. */
export interface WeightMargin {
  readonly criterion: string;
  readonly points: number;
  readonly down?: Reach;
  readonly up?: Reach;
}

export function weightMargin(trial: Trial, criterion: string, now: Selected): WeightMargin {
  const { points } = trial.policy.rubric.find((one) => one.criterion === criterion)!;
  const from = points * STEPS;
  const lines = linesOf(trial, criterion);
  const at = (value: number) => select({ ...trial, policy: weighing(trial.policy, criterion, value / STEPS) });
  const crossings = (selected: Selected) => [...orderCrossings(selected, lines), ...thresholdCrossings(trial, criterion, lines)];
  const [down, up] = [0, MOST_POINTS].map((end) => walk({ from, end, at, crossings }, now));
  return { criterion, points, ...(down && { down }), ...(up && { up }) };
}

const weighing = (policy: Trial['policy'], criterion: string, points: number): Trial['policy'] => ({
  ...policy,
  rubric: policy.rubric.map((one) => (one.criterion === criterion ? { ...one, points } : one)),
});

/** What an application's total is of the weight: rest + weight × halves, in tenths of a step, over its reviewers. */
interface Line {
  readonly rest: number;
  readonly halves: number;
  readonly reviewers: number;
  readonly score: Score;
}

function linesOf({ entries, policy }: Trial, criterion: string): ReadonlyMap<string, Line> {
  const of = entries.map((entry): [string, Line] => {
    const score = scoreOf(entry, policy.rubric);
    const halves = score.halves.get(criterion)!;
    const { points } = policy.rubric.find((one) => one.criterion === criterion)!;
    return [entry.application, { rest: STEPS * (score.total - points * halves), halves, reviewers: score.reviewers, score }];
  });
  return new Map(of);
}

/** Where two totals are equal. Parallel ones never are. */
const crossingOf = (a: Line, b: Line): readonly number[] => {
  const slope = a.halves * b.reviewers - b.halves * a.reviewers;
  return slope === 0 ? [] : [(b.rest * a.reviewers - a.rest * b.reviewers) / slope];
};

/**
 * Who is selected hangs on the order of two only where one of them is selected and the other is not, or where one is the first in reserve: the place that
 * decides where the money ends.
 */
function* orderCrossings({ ranking }: Selected, lines: ReadonlyMap<string, Line>): Generator<number> {
  const selected = ranking.filter(({ outcome }) => outcome === 'selected').map(({ application }) => lines.get(application)!);
  const reserve = ranking.filter(({ outcome }) => outcome === 'reserve').map(({ application }) => lines.get(application)!);
  const [first] = reserve;
  for (const waiting of reserve) {
    for (const one of selected) yield* crossingOf(one, waiting);
    if (first && waiting !== first) yield* crossingOf(first, waiting);
  }
}

/** Where an application comes to reach the total or the share of the criterion's block, or no longer does. */
function* thresholdCrossings({ policy }: Trial, criterion: string, lines: ReadonlyMap<string, Line>): Generator<number> {
  const { total, blockPercent } = policy.thresholds;
  const { block } = policy.rubric.find((one) => one.criterion === criterion)!;
  const others = policy.rubric.filter((one) => one.block === block && one.criterion !== criterion);
  const most = STEPS * others.reduce((sum, { points }) => sum + points, 0);
  for (const { rest, halves, reviewers, score } of lines.values()) {
    if (halves !== 0) yield (10 * reviewers * total * STEPS - rest) / halves;
    const had = STEPS * others.reduce((sum, one) => sum + one.points * (score.halves.get(one.criterion) ?? 0), 0);
    const slope = 100 * halves - 10 * blockPercent * reviewers;
    if (slope !== 0) yield (10 * blockPercent * reviewers * most - 100 * had) / slope;
  }
}
