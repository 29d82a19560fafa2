import { type Ranked, ThingId } from '@jalon/domain';
import { z } from 'zod';

/** Where an application stands in a ranking; `unjudged` where nobody whose marks count is left. */
export const Place = z.strictObject({ outcome: z.enum(['selected', 'reserve', 'not-selected', 'unjudged']), rank: z.int().min(1).optional() });
export type Place = Readonly<z.output<typeof Place>>;

/** An application that moves: its place in the selection as it is, and in the one that is tried. */
export const PlaceMove = z.strictObject({ application: ThingId, from: Place, to: Place });
export type PlaceMove = Readonly<z.output<typeof PlaceMove>>;

type Line = Pick<Ranked, 'application' | 'outcome' | 'rank'>;

const unjudged: Place = { outcome: 'unjudged' };
const placeOf = ({ outcome, rank }: Line): Place => ({ outcome, ...(rank !== undefined && { rank }) });
const places = (ranking: readonly Line[]) => new Map(ranking.map((line) => [line.application, placeOf(line)]));

/** Whoever moves from one ranking to another, in the order of the first. */
export function movesBetween(before: readonly Line[], after: readonly Line[]): readonly PlaceMove[] {
  const [was, is] = [places(before), places(after)];
  const all = [...new Set([...was.keys(), ...is.keys()])];
  return all
    .map((application) => ({ application, from: was.get(application) ?? unjudged, to: is.get(application) ?? unjudged }))
    .filter(({ from, to }) => from.outcome !== to.outcome || from.rank !== to.rank);
}

/** The moves that change who is selected: those who enter the selection and those who leave it. */
export const inAndOut = (moves: readonly PlaceMove[]): readonly PlaceMove[] =>
  moves.filter(({ from, to }) => (from.outcome === 'selected') !== (to.outcome === 'selected'));
