import { z } from 'zod';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { AgreementSigned } from '../agreement/agreement.ts';

/** How a gate can end: passage, under conditions, consolidation in the same phase, return to an earlier one, pause, or exit with results shared. */
export const GateOutcome = z.enum(['passage', 'conditional', 'consolidation', 'return', 'pause', 'exit-with-shared-results']);
export type GateOutcome = z.output<typeof GateOutcome>;

export const GateDecided = decision(
  'gate-decided',
  1,
  z.strictObject({
    outcome: GateOutcome,
    from: Phase,
    /** The phase that may be entered now. */
    to: Phase.optional(),
    conditions: z.array(Prose).max(20),
    reasons: Prose,
    /** The number of the SRL review that it rests on; absent when there was none yet in this phase. */
    review: z.int().min(1).optional(),
  }),
);
/** `by` says what opened the way: the signature, a gate passed, or a gate that returned. */
export const PhaseEntered = decision('phase-entered', 1, z.strictObject({ phase: Phase, by: z.enum(['signature', 'passage', 'return']) }));
export const ProjectCompleted = decision(
  'project-completed',
  1,
  z.strictObject({
    outcome: z.enum(['completed', 'results-shared']),
    /** The last SRL that a review concluded; absent when none was. */
    srl: z.strictObject({ reached: z.int().min(0).max(9), consolidated: z.int().min(0).max(9) }).optional(),
    results: Prose,
  }),
);

export interface Phases {
  readonly current?: Phase;
  readonly entered?: Moment & { readonly by: 'signature' | 'passage' | 'return' };
  readonly visited: readonly Phase[];
  /** The phase that may be entered next, and since when. */
  readonly cleared?: Moment & { readonly phase: Phase; readonly by: 'signature' | 'passage' | 'return' };
  readonly lastGate?: Moment & { readonly outcome: GateOutcome };
}

/** Where a project is among its phases; the phase entered last stays current while the project closes. */
export const phases = facet({ visited: [] } as Phases, [AgreementSigned, GateDecided, PhaseEntered], {
  'agreement-signed': (all, _, happened) => ({ ...all, cleared: { ...momentOf(happened), phase: 'concept', by: 'signature' } }),
  'gate-decided': (all, { outcome, to }, happened) => ({
    ...all,
    lastGate: { ...momentOf(happened), outcome },
    ...(to && { cleared: { ...momentOf(happened), phase: to, by: outcome === 'return' ? 'return' : 'passage' } }),
  }),
  'phase-entered': ({ cleared: _, ...all }, { phase, by }, happened) => ({
    ...all,
    current: phase,
    entered: { ...momentOf(happened), by },
    visited: all.visited.includes(phase) ? all.visited : [...all.visited, phase],
  }),
});

/** The phase after one, or undefined after the last. */
export const phaseAfter = (phase: Phase): Phase | undefined => Phase.options[Phase.options.indexOf(phase) + 1];

/** Whether a phase comes before another. */
export const isEarlier = (phase: Phase, than: Phase): boolean => Phase.options.indexOf(phase) < Phase.options.indexOf(than);
