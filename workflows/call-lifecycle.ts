import type { CallStage, ObligationKind } from '@jalon/domain/pure';
import { continueAsNew } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

/** What is kept in each stage of a call; once its selection is concluded there is nothing more to keep. */
export const kept: KeptByStage = {
  draft: [],
  published: ['open-call'],
  open: ['close-call'],
  closed: ['conclude-selection'],
} satisfies Record<Exclude<CallStage, 'none' | 'concluded'>, readonly ObligationKind[]>;

/** One call for applications: it opens and closes on its days, and its selection is concluded in time. */
export async function callLifecycle(thing: Thing): Promise<void> {
  const call = await follow(thing);
  const { stage } = call;
  const obligations = kept[stage];
  if (!obligations) return;
  while (call.stage === stage && call.young) await call.keep(obligations);
  return continueAsNew<typeof callLifecycle>(thing);
}
