import { facet } from '../../kernel/facet.ts';
import type { Phase } from '../../programme/policy.ts';
import { PhaseEntered } from '../phases/phases.ts';
import { SrlReviewConcluded } from './srl.ts';

/** A review that was concluded, in the phase in which it was. */
export interface Reviewed {
  readonly kind: 'reviewed';
  readonly at: string;
  readonly review: number;
  readonly phase?: Phase;
  readonly claimed: number;
  readonly reached: number;
  readonly consolidated: number;
  readonly regressed: readonly number[];
}

/** A phase that was entered, for the first time or again. */
export interface Entered {
  readonly kind: 'entered';
  readonly at: string;
  readonly phase: Phase;
  readonly by: 'signature' | 'passage' | 'return';
}

/** The whole path of a project on the scale, oldest first: it is not linear, and all of it stays. */
export type Trajectory = readonly (Reviewed | Entered)[];

const isEntry = (point: Reviewed | Entered): point is Entered => point.kind === 'entered';
const isReview = (point: Reviewed | Entered): point is Reviewed => point.kind === 'reviewed';

export const trajectory = facet([] as Trajectory, [PhaseEntered, SrlReviewConcluded], {
  'phase-entered': (all, { phase, by }, { at }) => [...all, { kind: 'entered', at, phase, by }],
  'srl-review-concluded': (all, { review, claimed, reached, consolidated, regressed = [] }, { at }) => {
    const phase = all.findLast(isEntry)?.phase;
    return [...all, { kind: 'reviewed', at, review, claimed, reached, consolidated, regressed, ...(phase && { phase }) }];
  },
});

/** How a review stands to the one before it, by the level reached and then by the level consolidated. */
export type Change = 'first' | 'forward' | 'steady' | 'back';

function changeFrom(before: Reviewed | undefined, { reached, consolidated }: Reviewed): Change {
  if (!before) return 'first';
  const by = reached === before.reached ? consolidated - before.consolidated : reached - before.reached;
  return by === 0 ? 'steady' : by > 0 ? 'forward' : 'back';
}

/** The reviews of a trajectory in their order, each with how it stands to the one before. */
export function trajectoryOf(all: Trajectory): readonly (Reviewed & { readonly change: Change })[] {
  const reviews = all.filter(isReview);
  return reviews.map((review, index) => ({ ...review, change: changeFrom(reviews[index - 1], review) }));
}
