import { setImmediate } from 'node:timers/promises';
import { PersonId, ThingId } from '@jalon/domain';
import { z } from 'zod';
import type { SelectionBasis } from '../selection/basis.ts';
import { movesBetween, Place, PlaceMove } from '../selection/moves.ts';
import { asItIs, select, type Trial } from '../selection/select.ts';
import { Basis, basisOf } from '../what-if/what-if.ts';
import { absencesOf } from './reviewers.ts';
import { type Drawing, selectedIn, sharesOf } from './shares.ts';
import { thresholdMargins } from './thresholds.ts';
import type { Reach as ToldReach } from './walk.ts';
import { weightMargin } from './weights.ts';

const Reach = z
  .strictObject({
    holdsTo: z.number().describe('The last value at which the selection is the same, to a thousandth.'),
    changesAt: z.number().describe('The first value at which it is another one.'),
    moves: z.array(PlaceMove).describe('Who enters the selection or leaves it there.'),
  })
  .optional()
  .describe('Absent where the selection stays the same all the way.');

export const Firmness = z.strictObject({
  call: ThingId,
  basis: Basis,
  agrees: z.boolean().describe('Whether the ranking that was concluded is the one that its rule gives again; true before a selection.'),
  selected: z.array(ThingId).describe('In the order of the ranking.'),
  weights: z.array(z.strictObject({ criterion: z.string(), points: z.number(), down: Reach, up: Reach })),
  thresholds: z.array(
    z.strictObject({ threshold: z.enum(['total', 'block', 'floor']), of: z.string().optional(), value: z.number(), down: Reach, up: Reach }),
  ),
  reviewers: z.array(
    z.strictObject({
      reviewer: PersonId.optional().describe('Absent for those who may not know who reviewed.'),
      reviews: z.int(),
      changesSelection: z.boolean(),
      moves: z.array(PlaceMove),
    }),
  ),
  shares: z.strictObject({
    seed: z.string(),
    draws: z.int(),
    spread: z.number().describe('By how many hundredths each weight and threshold moved at most.'),
    projects: z.array(z.strictObject({ application: ThingId, outcome: Place.shape.outcome, selected: z.int(), share: z.number() })),
  }),
});
export type Firmness = z.output<typeof Firmness>;

/** After how many draws others get their turn. */
const AT_A_TIME = 25;

export interface Asking extends Omit<Drawing, 'seed'> {
  /** The id of the call, unless said. */
  readonly seed?: string;
  readonly progress?: (done: number, all: number) => void;
}

/**
 * How firm a selection is: how far each weight and threshold may move before another is selected, whose absence among the reviewers would change it, and how often
 * each application is selected when all weights and thresholds move a little. Gives others their turn meanwhile.
 */
export async function firmness(basis: SelectionBasis, { seed = basis.call, progress = () => undefined, ...rest }: Asking): Promise<Firmness> {
  const trial = asItIs(basis);
  const now = select(trial);
  const weights: Firmness['weights'] = [];
  for (const { criterion } of trial.policy.rubric) {
    weights.push(told(weightMargin(trial, criterion, now)));
    await setImmediate();
  }
  const thresholds = thresholdMargins(trial, now).map(told);
  await setImmediate();
  const drawing = { seed, ...rest };
  const times = await drawAll(trial, drawing, progress);
  return {
    call: basis.call,
    basis: basisOf(basis),
    agrees: !basis.concluded || movesBetween(basis.concluded.selection.ranking, now.ranking).length === 0,
    selected: now.ranking.filter(({ outcome }) => outcome === 'selected').map(({ application }) => application),
    weights,
    thresholds,
    reviewers: absencesOf(basis, now).map((absence) => ({ ...absence, moves: [...absence.moves] })),
    shares: { ...drawing, projects: [...sharesOf(now, times, drawing)] },
  };
}

/** A margin as it is answered. */
const told = <Margin extends { readonly down?: ToldReach; readonly up?: ToldReach }>({ down, up, ...margin }: Margin) => ({
  ...margin,
  ...(down && { down: { ...down, moves: [...down.moves] } }),
  ...(up && { up: { ...up, moves: [...up.moves] } }),
});

async function drawAll(trial: Trial, drawing: Drawing, progress: (done: number, all: number) => void): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (let draw = 1; draw <= drawing.draws; draw += 1) {
    for (const application of selectedIn(trial, drawing, draw)) times.set(application, (times.get(application) ?? 0) + 1);
    if (draw % AT_A_TIME !== 0 && draw !== drawing.draws) continue;
    progress(draw, drawing.draws);
    await setImmediate();
  }
  return times;
}
