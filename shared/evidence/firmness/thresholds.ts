import { blocksOf, pointsOf, scoreOf } from '@jalon/domain';
import { type Selected, STEPS, select, type Trial } from '../selection/select.ts';
import { type Reach, walk } from './walk.ts';

/** How far a threshold may move before the selection changes: the total, the share of each block, or the least mark of a criterion (0 where it has none). */
export interface ThresholdMargin {
  readonly threshold: 'total' | 'block' | 'floor';
  /** The criterion of a floor. */
  readonly of?: string;
  readonly value: number;
  readonly down?: Reach;
  readonly up?: Reach;
}

interface Threshold extends Pick<ThresholdMargin, 'threshold' | 'of' | 'value'> {
  readonly most: number;
  /** The values that applications reach exactly. */
  readonly reached: readonly number[];
  readonly under: (value: number) => Trial['policy'];
}

export function thresholdMargins(trial: Trial, now: Selected): readonly ThresholdMargin[] {
  return [totalOf(trial), shareOf(trial), ...floorsOf(trial)].map(({ threshold, of, value, most, reached, under }) => {
    const crossings = reached.map((one) => one * STEPS);
    const reach = (end: number): Reach | undefined =>
      walk(
        {
          from: Math.round(value * STEPS),
          end: end * STEPS,
          at: (steps) => select({ ...trial, policy: under(steps / STEPS) }),
          crossings: () => crossings,
        },
        now,
      );
    const [down, up] = [reach(0), reach(most)];
    return { threshold, ...(of !== undefined && { of }), value, ...(down && { down }), ...(up && { up }) };
  });
}

const scoresOf = ({ entries, policy }: Trial) => entries.map((entry) => scoreOf(entry, policy.rubric));

function totalOf(trial: Trial): Threshold {
  const { rubric, thresholds } = trial.policy;
  return {
    threshold: 'total',
    value: thresholds.total,
    most: rubric.reduce((sum, { points }) => sum + points, 0),
    reached: scoresOf(trial).map(({ total, reviewers }) => total / (10 * reviewers)),
    under: (total) => ({ ...trial.policy, thresholds: { ...thresholds, total } }),
  };
}

function shareOf(trial: Trial): Threshold {
  const { rubric, thresholds } = trial.policy;
  const reached = scoresOf(trial).flatMap((score) =>
    blocksOf(rubric).map(({ criteria }) => {
      const { had, most } = pointsOf(score, criteria);
      return (had * 100) / (most * 10 * score.reviewers);
    }),
  );
  return {
    threshold: 'block',
    value: thresholds.blockPercent,
    most: 100,
    reached,
    under: (blockPercent) => ({ ...trial.policy, thresholds: { ...thresholds, blockPercent } }),
  };
}

const MOST_MARK = 5;

const floorsOf = (trial: Trial): readonly Threshold[] =>
  trial.policy.rubric.map(({ criterion, floor }) => ({
    threshold: 'floor',
    of: criterion,
    value: floor ?? 0,
    most: MOST_MARK,
    reached: scoresOf(trial).map(({ halves, reviewers }) => (halves.get(criterion) ?? 0) / (2 * reviewers)),
    under: (value) => ({
      ...trial.policy,
      rubric: trial.policy.rubric.map((one) => (one.criterion === criterion ? { ...one, floor: value } : one)),
    }),
  }));
