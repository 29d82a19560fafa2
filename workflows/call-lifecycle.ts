import type { CallStage, ObligationKind } from '@jalon/domain/pure';
import { continueAsNew, patched } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

/** What is kept in each stage of a call. After its selection results are published, and money that returns may still promote somebody; once nothing more can fall due (`settled`), or cancelled, it is over. */
export const kept: KeptByStage = {
  draft: [],
  published: ['open-call', 'answer-question'],
  open: ['close-call', 'answer-question'],
  closed: ['conclude-selection', 'convene-committee', 'answer-question'],
  concluded: ['publish-results', 'promote-from-reserve', 'close-reserve'],
} satisfies Record<Exclude<CallStage, 'none' | 'cancelled'>, readonly ObligationKind[]>;

/** One call for applications: it opens and closes on its days, its selection is concluded in time, and what follows from it is done. */
export async function callLifecycle(thing: Thing): Promise<void> {
  const call = await follow(thing);
  const { stage } = call;
  const obligations = kept[stage];
  // Under earlier code a run ended with the selection; one that is replayed still does, and being told or `jalon rehydrate` starts it again.
  if (!obligations || (stage === 'concluded' && !patched('kept-after-selection'))) return;
  while (call.stage === stage && call.young) await call.keep(obligations);
  return continueAsNew<typeof callLifecycle>(thing);
}
