import { today } from '../../call/call.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { addToDay } from '../../kernel/time.ts';
import type { Project, ProjectKnown } from '../project.ts';
import { isPhase } from '../stage.ts';
import { cadenceAt } from './cadence.ts';
import { SrlReviewOpened } from './srl.ts';

export const openingRefusals = ['not-in-a-phase', 'srl-review-open'] as const;

/** The opening of a review now: by when it has to be concluded, when it counts as missed, and how many assess. */
export function openingAt(
  state: Project,
  at: string,
  known: ProjectKnown,
  because: { readonly requested?: true } = {},
): Decision | Refusal<(typeof openingRefusals)[number]> {
  const { stage, phases, srl } = state;
  const phase = phases.current;
  if (!isPhase(stage) || !phase) return refuse('not-in-a-phase', { stage });
  if (srl.open) return refuse('srl-review-open', { review: srl.open.review });
  const opensOn = today(known, at);
  const dueOn = addToDay(opensOn, `P${known.policy.days.srlReview}D`);
  const afterOneCadence = addToDay(opensOn, cadenceAt(state, phase, at, known.programme));
  const lapsesOn = afterOneCadence < dueOn ? dueOn : afterOneCadence;
  const assessors = known.policy.srlAssessors[phase];
  return SrlReviewOpened({ review: srl.reviews + 1, phase, dueOn, lapsesOn, ...(assessors > 1 && { assessors }), ...because });
}
