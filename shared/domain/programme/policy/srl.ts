import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Srl = z.int().min(0).max(9);
const Gate = z.strictObject({ consolidated: Srl, reached: Srl });

/** What opens a phase, and how often the SRL is reviewed. */
export const srlPart = {
  gates: z
    .strictObject({ pilot: Gate, institutionalisation: Gate })
    .default({ pilot: { consolidated: 3, reached: 4 }, institutionalisation: { consolidated: 6, reached: 7 } }),
  /** How often the SRL is reviewed in each phase, and after a return to an earlier one. */
  srlCadence: z
    .strictObject({ concept: Duration, pilot: Duration, institutionalisation: Duration, afterReturn: Duration })
    .default({ concept: 'P6M', pilot: 'P6M', institutionalisation: 'P12M', afterReturn: 'P3M' }),
};
