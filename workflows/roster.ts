import type { FollowedKind, Keeper } from '@jalon/domain/pure';
import { kept as keptByCall } from './call-lifecycle.ts';
import { kept as keptBySitting } from './committee-sitting.ts';
import type { Thing } from './contract.ts';
import type { KeptByStage } from './follow.ts';
import { kept as keptByJourney } from './project-journey.ts';
import { kept as keptByReviews } from './srl-reviews.ts';

/** A workflow, of what it takes care, and when. */
export interface Enrolled {
  /** By which name it is started. */
  readonly name: 'projectJourney' | 'srlReviews' | 'callLifecycle' | 'committeeSitting';
  readonly keeper: Keeper;
  /** Of the streams of this kind it follows each. */
  readonly kind: FollowedKind;
  readonly kept: KeptByStage;
  /** The stages on entering which it has nothing left to do. */
  readonly endsIn: readonly string[];
}

/** Every workflow. They are siblings: none starts another, so that each can be started again alone. */
export const roster: readonly Enrolled[] = [
  { name: 'projectJourney', keeper: 'project-journey', kind: 'project', kept: keptByJourney, endsIn: ['ended'] },
  { name: 'srlReviews', keeper: 'srl-reviews', kind: 'project', kept: keptByReviews, endsIn: ['suspended', 'closing', 'ended'] },
  { name: 'callLifecycle', keeper: 'call-lifecycle', kind: 'call', kept: keptByCall, endsIn: ['cancelled', 'settled'] },
  { name: 'committeeSitting', keeper: 'committee-sitting', kind: 'sitting', kept: keptBySitting, endsIn: ['held', 'cancelled'] },
];

/** The id of a workflow: that of the thing, and for the SRL reviews of a project a further word. */
export function workflowIdOf(name: Enrolled['name'], { tenant, stream }: Thing): string {
  return name === 'srlReviews' ? `${tenant}/${stream}/srl-reviews` : `${tenant}/${stream}`;
}
