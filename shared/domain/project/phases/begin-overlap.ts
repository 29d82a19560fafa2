import { z } from 'zod';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { isBefore } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { reviewInPhase } from './gate.ts';
import { OverlapBegun, phaseAfter } from './phases.ts';
import { gateFrom, noGateRefusals } from './whether-gate.ts';

/** The level that a phase shares with the one before it: phases overlap at 4 and 7 (DOMAIN §4). */
const sharedLevel = { concept: 0, pilot: 4, institutionalisation: 7 } as const;

export const beginOverlap = projectCommand({
  name: 'begin-overlap',
  says: { en: 'Begin an overlap of phases', fr: 'Ouvrir un chevauchement de phases' },
  about:
    'Lets work of the next phase begin before its gate, where the policy allows it and the last review reached the level that both phases share (4 or 7), with a part of the next phase’s money committed. The gate ends it.',
  data: z.strictObject({ reasons: Prose }),
  example: { reasons: 'The demonstrator can be prepared while the last key functions are still being modelled.' },
  refuses: [
    ...noGateRefusals,
    'project-paused',
    'last-phase',
    'overlap-not-allowed',
    'overlap-already-begun',
    'srl-review-missing',
    'overlap-level-not-reached',
  ],

  decide(state, { data: { reasons }, by }, { policy }) {
    const gate = gateFrom(state, by);
    if (isRefusal(gate)) return gate;
    const { phases } = state;
    const phase = phaseAfter(gate.from);
    if (!phase) return refuse('last-phase', { phase: gate.from });
    const part = policy.gates.overlap;
    if (part === 0) return refuse('overlap-not-allowed');
    if (phases.lastGate?.outcome === 'pause') return refuse('project-paused');
    if (phases.overlap) return refuse('overlap-already-begun', { phase });
    const review = reviewInPhase(state);
    // A gate that was decided on a review has used it: what it found allows no overlap any more.
    if (!review || (phases.lastGate && !isBefore(phases.lastGate.at, review.at))) return refuse('srl-review-missing', { phase: gate.from });
    const level = sharedLevel[phase];
    if (review.reached < level) return refuse('overlap-level-not-reached', { phase, level, reached: review.reached });
    return OverlapBegun({ phase, part, review: review.review, by: by.id, reasons });
  },
});
