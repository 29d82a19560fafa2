import type { Actor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Phase } from '../../programme/policy.ts';
import type { Project } from '../project.ts';
import { barredFromAssessing, whyBarred } from '../srl/who-assesses.ts';
import { isPhase } from '../stage.ts';

export const noGateRefusals = ['not-in-a-phase', ...barredFromAssessing, 'phase-entry-awaited'] as const;

/** The phase out of which a gate leads now, or why a person has none to prepare or decide. */
export function gateFrom(state: Project, by: Actor): { readonly from: Phase } | Refusal<(typeof noGateRefusals)[number]> {
  const { stage, phases } = state;
  const from = phases.current;
  if (!isPhase(stage) || !from) return refuse('not-in-a-phase', { stage });
  const barred = whyBarred(state, by);
  if (barred) return barred;
  return phases.cleared ? refuse('phase-entry-awaited', { phase: phases.cleared.phase }) : { from };
}
