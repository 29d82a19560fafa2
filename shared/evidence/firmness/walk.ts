import { inAndOut, movesBetween, type PlaceMove } from '../selection/moves.ts';
import { type Selected, STEPS, selectedBy } from '../selection/select.ts';

/** One figure that is moved, in steps of a thousandth, away from where it stands. */
export interface Walk {
  readonly from: number;
  /** The furthest value that is tried. */
  readonly end: number;
  readonly at: (value: number) => Selected;
  /** Values, not rounded, at which the selection may begin to differ from the one given; others are of no account. */
  readonly crossings: (selected: Selected) => readonly number[];
}

/** How far a figure may move one way: the last value with the same selection, the first with another one, and who enters or leaves it there. */
export interface Reach {
  readonly holdsTo: number;
  readonly changesAt: number;
  readonly moves: readonly PlaceMove[];
}

/**
 * Goes from crossing to crossing until the selection differs. Between two of them nothing that it hangs on changes, so that what is told is exact to the step.
 * @returns undefined where it stays the same to the end
 */
export function walk({ from, end, at, crossings }: Walk, start: Selected): Reach | undefined {
  const way = end >= from ? 1 : -1;
  const wanted = keyOf(start);
  let [here, selected] = [from, start];
  for (;;) {
    const value = nextOf(crossings(selected), here, way);
    if (value === undefined || (end - value) * way < 0) return undefined;
    const there = at(value);
    if (keyOf(there) !== wanted) {
      return { holdsTo: (value - way) / STEPS, changesAt: value / STEPS, moves: inAndOut(movesBetween(start.ranking, there.ranking)) };
    }
    [here, selected] = [value, there];
  }
}

const keyOf = (selected: Selected): string => selectedBy(selected).toSorted().join();

/** What a crossing differs from a whole step by, through rounding alone. */
const ROUNDING = 1e-6;

/** The first step beyond where we are on which a crossing falls or that it lies before. On the crossing itself two are equal, and other rules part them. */
function nextOf(crossings: readonly number[], here: number, way: 1 | -1): number | undefined {
  let next: number | undefined;
  for (const crossing of crossings) {
    const nearest = Math.round(crossing);
    const onStep = Math.abs(crossing - nearest) < ROUNDING;
    const first = onStep ? nearest : way > 0 ? Math.ceil(crossing) : Math.floor(crossing);
    const value = (first - here) * way > 0 ? first : onStep && first === here ? first + way : undefined;
    if (value !== undefined && (next === undefined || (next - value) * way > 0)) next = value;
  }
  return next;
}
