import { Phase } from '@jalon/domain';
import { Avis, GateEvidence, Reservation } from '@jalon/domain/decisions';
import { z } from 'zod';

const Srl = z.int().min(0).max(9);
const Review = z.strictObject({ review: z.int(), at: z.string(), reached: Srl, consolidated: Srl });

/** What the gate out of the current phase asks, and what stands. */
export const GateShown = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  can: z.strictObject({ prepare: z.boolean(), decide: z.boolean() }).describe('What you may do now.'),
  awaitsEntry: Phase.optional().describe('A gate was decided: this phase is to be entered first.'),
  gate: z
    .strictObject({
      from: Phase,
      to: Phase.optional().describe('Absent in the last phase.'),
      earlier: z.array(Phase).describe('Phases that a return can lead to.'),
      needed: z.strictObject({ reached: Srl, consolidated: Srl }).optional().describe('The SRL that the policy asks for.'),
      review: Review.optional().describe('The SRL review of this phase on which it can be decided.'),
      reaches: z.boolean().describe('Whether that review found what is needed.'),
      evidence: z.array(z.strictObject({ kind: GateEvidence, there: z.boolean() })),
      prepared: z.strictObject({ at: z.string(), review: z.int(), summary: z.string() }).optional(),
      avis: z
        .strictObject({ at: z.string(), sitting: z.string(), avis: Avis, reservations: z.array(Reservation) })
        .optional()
        .describe('What the committee said of this gate.'),
      avisRequired: z.boolean(),
      conditionDays: z.int().describe('Days to meet a condition for which no day is said.'),
    })
    .optional()
    .describe('Absent outside the phases, and while a phase is to be entered.'),
  sittings: z
    .array(z.strictObject({ sitting: z.string(), item: z.string(), heldAt: z.string() }))
    .describe('Sittings that have this gate on their agenda, of those that you may read; the latest first.'),
});
