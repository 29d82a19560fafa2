import { z } from 'zod';
import { today } from '../../call/call.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { missingEvidence, reviewInPhase } from './gate.ts';
import { GatePrepared, phaseAfter } from './phases.ts';
import { gateFrom, noGateRefusals } from './whether-gate.ts';

export const prepareGate = projectCommand({
  name: 'prepare-gate',
  says: { en: 'Prepare the gate', fr: 'Préparer le passage de phase' },
  about:
    'Puts together the file on which the committee gives its avis and the gate is decided: what the policy asks for (SRL review, value review, milestones, reports) has to be there. Once for each SRL review; a gate can also be decided without it, on the same evidence.',
  data: z.strictObject({ summary: Prose }),
  example: { summary: 'SRL 4 is reached and 3 consolidated; the actors of the territory asked for a pilot in two villages.' },
  refuses: [...noGateRefusals, 'last-phase', 'srl-review-missing', 'gate-evidence-missing', 'gate-already-prepared'],

  decide(state, { data: { summary }, by, at }, known) {
    const gate = gateFrom(state, by);
    if (isRefusal(gate)) return gate;
    const to = phaseAfter(gate.from);
    if (!to) return refuse('last-phase', { phase: gate.from });
    const review = reviewInPhase(state)?.review;
    if (review === undefined) return refuse('srl-review-missing', { phase: gate.from });
    const missing = missingEvidence(state, to, known.policy, today(known, at));
    if (missing.length > 0) return refuse('gate-evidence-missing', { phase: to, missing });
    if (state.phases.prepared?.review === review) return refuse('gate-already-prepared', { review });
    return GatePrepared({ to, review, summary });
  },
});
