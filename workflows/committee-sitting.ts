import type { ObligationKind, SittingStage } from '@jalon/domain/pure';
import { continueAsNew } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

/** What is kept in each stage of a sitting, until its minutes are signed or it is given up. */
export const kept: KeptByStage = {
  convened: ['hold-sitting'],
  open: ['hold-sitting'],
} satisfies Record<Exclude<SittingStage, 'none' | 'held' | 'cancelled'>, readonly ObligationKind[]>;

/** One sitting of the committee: those who prepare it are reminded, and told where it is not held in time. */
export async function committeeSitting(thing: Thing): Promise<void> {
  const sitting = await follow(thing);
  const { stage } = sitting;
  const obligations = kept[stage];
  if (!obligations) return;
  while (sitting.stage === stage && sitting.young) await sitting.keep(obligations);
  return continueAsNew<typeof committeeSitting>(thing);
}
