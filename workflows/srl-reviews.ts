import type { ObligationKind, ProjectStage } from '@jalon/domain/pure';
import { continueAsNew } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

const reviews: readonly ObligationKind[] = ['open-srl-review', 'conclude-srl-review', 'answer-srl-request', 'consolidate', 'confirm-consolidation'];

/** In each phase a review opens when it is due, is reminded of, escalated and concluded; then the next one is due. */
export const kept: KeptByStage = {
  concept: reviews,
  pilot: reviews,
  institutionalisation: reviews,
} satisfies Partial<Record<ProjectStage, readonly ObligationKind[]>>;

/** The periodic SRL reviews of one project. Outside of its phases there are none, and this ends; entering a phase starts it again. */
export async function srlReviews(thing: Thing): Promise<void> {
  const project = await follow(thing);
  const { stage } = project;
  const obligations = kept[stage];
  if (!obligations) return;
  while (project.stage === stage && project.young) await project.keep(obligations);
  return continueAsNew<typeof srlReviews>(thing);
}
