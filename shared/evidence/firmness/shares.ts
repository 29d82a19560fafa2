import { createHash } from 'node:crypto';
import { type Selected, STEPS, select, selectedBy, type Trial } from '../selection/select.ts';

/** How the draws are made: anybody can make the same ones again, in whatever language. */
export interface Drawing {
  readonly seed: string;
  readonly draws: number;
  /** By how many hundredths each weight and threshold moves at most, up or down. */
  readonly spread: number;
}

/** How often one application is selected. */
export interface ShareOfDraws {
  readonly application: string;
  readonly outcome: Selected['ranking'][number]['outcome'];
  readonly selected: number;
  /** Of all draws, from 0 to 1. */
  readonly share: number;
}

const BYTES = 6;

/** A number from 0 to 1, 1 left out: the first 48 bits of SHA-256 over `<seed>/<draw>/<name>`, over 2^48. */
const drawn = (seed: string, draw: number, name: string): number =>
  createHash('sha256').update(`${seed}/${draw}/${name}`).digest().readUIntBE(0, BYTES) / 2 ** (8 * BYTES);

/** The policy with every weight and threshold moved by chance, each on its own, to the nearest thousandth. */
function shaken(policy: Trial['policy'], { seed, spread }: Drawing, draw: number): Trial['policy'] {
  const moved = (value: number, name: string) => Math.round(value * (1 + (spread / 100) * (2 * drawn(seed, draw, name) - 1)) * STEPS) / STEPS;
  const { total, blockPercent } = policy.thresholds;
  return {
    ...policy,
    rubric: policy.rubric.map((one) => ({ ...one, points: moved(one.points, one.criterion) })),
    thresholds: { total: moved(total, 'total'), blockPercent: moved(blockPercent, 'block') },
  };
}

/** Makes one draw. */
export const selectedIn = (trial: Trial, drawing: Drawing, draw: number): readonly string[] =>
  selectedBy(select({ ...trial, policy: shaken(trial.policy, drawing, draw) }));

/** Each application's share of the draws made, by how often it was selected in them. */
export const sharesOf = ({ ranking }: Selected, times: ReadonlyMap<string, number>, { draws }: Pick<Drawing, 'draws'>): readonly ShareOfDraws[] =>
  ranking.map(({ application, outcome }) => {
    const selected = times.get(application) ?? 0;
    return { application, outcome, selected, share: selected / draws };
  });
