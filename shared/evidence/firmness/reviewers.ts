import type { SelectionBasis } from '../selection/basis.ts';
import { inAndOut, movesBetween, type PlaceMove } from '../selection/moves.ts';
import { asItIs, entriesOf, type Selected, select } from '../selection/select.ts';
import { reviewersOf } from '../what-if/changes.ts';

/** What the selection would be without one reviewer. */
export interface Absence {
  readonly reviewer: string;
  /** How many applications their review counts for. */
  readonly reviews: number;
  readonly changesSelection: boolean;
  /** Who would enter the selection or leave it. */
  readonly moves: readonly PlaceMove[];
}

/** The absence of each single reviewer, in the order of their ids. */
export function absencesOf(basis: SelectionBasis, now: Selected): readonly Absence[] {
  return reviewersOf(basis).map((reviewer) => {
    const { entries } = entriesOf(basis, [reviewer]);
    const moves = inAndOut(movesBetween(now.ranking, select({ ...asItIs(basis), entries }).ranking));
    const marked = basis.applications.filter(({ project: { reviews } }) => reviews[reviewer]?.marks && !reviews[reviewer].conflict);
    return { reviewer, reviews: marked.length, changesSelection: moves.length > 0, moves };
  });
}
