import { type Firmness, firmness, type SelectionBasis } from '@jalon/evidence';
import { type Answer, type Progress, table } from '../answer.ts';
import { Failure } from '../failure.ts';
import type { FirmnessOptions } from './commands.ts';

const MOST_DRAWS = 100_000;
const MOST_SPREAD = 50;

/**
 * How firm a selection is.
 * @throws {Failure} `wrong-usage` for draws or a spread out of bounds
 */
export async function firmnessOf(basis: SelectionBasis, { draws, spread, seed }: FirmnessOptions, progress: Progress): Promise<Answer> {
  if (draws < 1 || draws > MOST_DRAWS) throw new Failure('wrong-usage', `--draws has to be from 1 to ${MOST_DRAWS}.`);
  if (spread < 0 || spread > MOST_SPREAD) throw new Failure('wrong-usage', `--spread has to be from 0 to ${MOST_SPREAD}.`);
  const answer = await firmness(basis, { draws, spread, progress, ...(seed !== undefined && { seed }) });
  return { lines: linesOf(answer), data: answer };
}

type Margin = Firmness['weights'][number] | Firmness['thresholds'][number];

const holds = ({ down, up }: Margin): readonly string[] => [down ? String(down.holdsTo) : '–', up ? String(up.holdsTo) : '–'];

/** Who changes the selection at the nearer end, as `+in −out`. */
const ends = ({ down, up }: Margin): readonly string[] => [down, up].map((reach) => (reach ? movesOf(reach.moves) : ''));

const movesOf = (moves: NonNullable<Margin['down']>['moves']): string =>
  moves.map(({ application, to }) => `${to.outcome === 'selected' ? '+' : '−'}${application}`).join(' ');

const nameOf = (margin: Firmness['thresholds'][number]): string =>
  margin.of === undefined ? margin.threshold : `${margin.threshold} of ${margin.of}`;

function linesOf({ call, basis, agrees, selected, weights, thresholds, reviewers, shares }: Firmness): readonly string[] {
  const headings = ['is', 'holds from', 'to', 'below that', 'above that'];
  return [
    `${call}: ${selected.length} selected (${basis.concluded ? 'concluded' : 'not concluded yet'}).`,
    ...(agrees ? [] : ['The ranking that was recorded is not the one that its rule gives again: run `jalon audit redecide`.']),
    '',
    ...table(
      ['weight', ...headings],
      weights.map((one) => [one.criterion, String(one.points), ...holds(one), ...ends(one)]),
    ),
    '',
    ...table(
      ['threshold', ...headings],
      thresholds.map((one) => [nameOf(one), String(one.value), ...holds(one), ...ends(one)]),
    ),
    '',
    ...table(
      ['without', 'reviews', 'the selection'],
      reviewers.map(({ reviewer, reviews, changesSelection, moves }) => [
        reviewer ?? '',
        String(reviews),
        changesSelection ? movesOf(moves) : 'is the same',
      ]),
    ),
    '',
    ...table(
      ['application', 'outcome', `selected in ${shares.draws} draws, ±${shares.spread} %`],
      shares.projects.map(({ application, outcome, share }) => [application, outcome, `${(100 * share).toFixed(1)} %`]),
    ),
    `Seed: ${shares.seed}.`,
  ];
}
