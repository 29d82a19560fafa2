import { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase, type Policy } from '../../programme/policy.ts';
import { isHolder, type Project, projectCommand } from '../project.ts';
import { isPhase } from '../stage.ts';
import { floorsOf, reachesFloors, reviewInPhase } from './gate.ts';
import { GateDecided, GateOutcome, isEarlier, phaseAfter } from './phases.ts';

/** The phase that a passage leads to, or why it cannot be passed. */
function passage(state: Project, from: Phase, policy: Policy): Phase | Refusal<'last-phase' | 'srl-review-missing' | 'srl-below-gate'> {
  const to = phaseAfter(from);
  if (!to) return refuse('last-phase', { phase: from });
  const review = reviewInPhase(state);
  if (!review) return refuse('srl-review-missing', { phase: from });
  const { reached, consolidated } = review;
  return reachesFloors(review, to, policy) ? to : refuse('srl-below-gate', { phase: to, reached, consolidated, needed: floorsOf(to, policy) });
}

export const decideGate = projectCommand({
  name: 'decide-gate',
  says: { en: 'Decide the gate', fr: 'Décider du passage de phase' },
  about:
    'Decides how a phase goes on: passage to the next (also under conditions), consolidation, return to an earlier one, pause of payments, or exit with results shared. Passage needs the SRL that the policy asks for, as the last review of this phase concluded it.',
  data: z.strictObject({ outcome: GateOutcome, reasons: Prose, to: Phase.optional(), conditions: z.array(Prose).max(20).default([]) }),
  example: { outcome: 'passage', reasons: 'The key functions are identified and the actors of the territory are aligned.' },
  refuses: [
    'not-in-a-phase',
    'not-by-the-holder',
    'phase-entry-awaited',
    'conditions-missing',
    'last-phase',
    'srl-review-missing',
    'srl-below-gate',
    'earlier-phase-needed',
    'srl-review-open',
  ],

  decide(state, { data, by }, { policy }) {
    const { stage, phases, srl } = state;
    const from = phases.current;
    if (!isPhase(stage) || !from) return refuse('not-in-a-phase', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (phases.cleared) return refuse('phase-entry-awaited', { phase: phases.cleared.phase });

    const { outcome, conditions, reasons } = data;
    const review = reviewInPhase(state)?.review;
    const decided = (to?: Phase) => GateDecided({ outcome, from, conditions, reasons, ...(to && { to }), ...(review && { review }) });
    if (outcome === 'conditional' && conditions.length === 0) return refuse('conditions-missing');
    if (outcome === 'passage' || outcome === 'conditional') {
      const to = passage(state, from, policy);
      return typeof to === 'string' ? decided(to) : to;
    }
    if (outcome === 'return') {
      const { to } = data;
      return to && isEarlier(to, from) ? decided(to) : refuse('earlier-phase-needed', { from });
    }
    if (outcome === 'exit-with-shared-results' && srl.open) return refuse('srl-review-open', { review: srl.open.review });
    return decided();
  },
});
