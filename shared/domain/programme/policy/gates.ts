import { z } from 'zod';

const Srl = z.int().min(0).max(9);

/** What the file of a gate can be asked to hold: the SRL review and the value review of the phase, milestones assessed, progress reports accepted. */
export const GateEvidence = z.enum(['srl-review', 'value-review', 'milestones', 'reports']);
export type GateEvidence = z.output<typeof GateEvidence>;

const evidence = z.array(GateEvidence).max(4);

/** What opens a phase. */
export const gatesPart = {
  gates: z
    .strictObject({
      pilot: z.strictObject({ consolidated: Srl, reached: Srl, evidence: evidence.default(['srl-review']) }),
      institutionalisation: z.strictObject({ consolidated: Srl, reached: Srl, evidence: evidence.default(['srl-review', 'value-review']) }),
      /** Whether a gate is decided only once the committee gave its avis. */
      avis: z.enum(['required', 'optional']).default('optional'),
      /** The part of the next phase’s money, in basis points, with which its work may begin before the gate; 0 allows none. */
      overlap: z.int().min(0).max(10_000).default(0),
    })
    .default({
      pilot: { consolidated: 3, reached: 4, evidence: ['srl-review'] },
      institutionalisation: { consolidated: 6, reached: 7, evidence: ['srl-review', 'value-review'] },
      avis: 'optional',
      overlap: 0,
    }),
};
