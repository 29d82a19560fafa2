import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy/phase.ts';
import { Share } from '../../programme/shares.ts';

/** How a correction is carried out: nothing to correct, money that has to come back, or money taken off payments to come. */
export const CorrectionMode = z.enum(['none', 'recovery', 'set-off']);

/** What follows from a finding (correction financière), by funder; no shares where nothing is corrected. */
export const CorrectionDecided = decision(
  'correction-decided',
  1,
  z.strictObject({ finding: ThingId, mode: CorrectionMode, phase: Phase, shares: z.array(Share), reasons: Prose }),
);

export interface Correction {
  readonly phase: Phase;
  readonly mode: 'recovery' | 'set-off';
  readonly shares: readonly Share[];
}

/** The corrections that take something off the aid, in their order. */
export const corrections = facet([] as readonly Correction[], [CorrectionDecided], {
  'correction-decided': (all, { mode, phase, shares }) => (mode === 'none' ? all : [...all, { mode, phase, shares }]),
});
