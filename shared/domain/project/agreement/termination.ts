import { AwardReturned, type ReturnReason } from '../../call/selection.ts';
import { on, type Placed } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/decision.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import type { Share } from '../../programme/shares.ts';
import { aidGone, aidLowered } from '../funding/aid-of-award.ts';
import type { Project } from '../project.ts';
import { AgreementTerminated, type Terminated } from './agreement.ts';
import { freed, planEntered } from './plan-changes.ts';

/** What returns to the envelope of the call; nothing to record where nothing does. */
export const backToEnvelope = (
  { application }: Pick<Project, 'application'>,
  id: string,
  shares: readonly Share[],
  because: ReturnReason,
): Placed[] =>
  shares.length === 0 ? [] : [on(streamOf('call', application.call), AwardReturned({ application: id, shares: [...shares], because }))];

/**
 * Ends an agreement before its time. The money of phases that were never entered can no longer be paid: it returns to the envelope at once. What was
 * paid, what is still owed for work done and what has to come back is settled in the phases that were entered, while the project closes.
 */
export function termination(project: Project, id: string, { cause, reasons }: Pick<Terminated, 'cause' | 'reasons'>): (Decision | Placed)[] {
  const plan = planEntered(project);
  const returned = freed(project.agreement?.shares ?? [], plan);
  const because = cause === 'award-withdrawn' ? cause : cause === 'holder-withdrew' ? 'withdrawn' : 'terminated';
  const aid = plan.length === 0 ? aidGone(project, id, reasons) : aidLowered(project, id, returned, reasons);
  return [AgreementTerminated({ cause, reasons, plan, returned }), ...backToEnvelope(project, id, returned, because), ...aid];
}
