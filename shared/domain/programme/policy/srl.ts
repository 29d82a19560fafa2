import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Assessors = z.int().min(1).max(2);
const Days = z.int().min(0).max(3660);

/** How often the SRL is reviewed, and by how many. */
export const srlPart = {
  /** How often the SRL is reviewed in each phase, and after a gate that returned or asked for consolidation. */
  srlCadence: z
    .strictObject({ concept: Duration, pilot: Duration, institutionalisation: Duration, afterReturn: Duration })
    .default({ concept: 'P6M', pilot: 'P6M', institutionalisation: 'P12M', afterReturn: 'P3M' }),
  /** How many assess the SRL, each alone, in a review of each phase; two have to agree before it is concluded. */
  srlAssessors: z
    .strictObject({ concept: Assessors, pilot: Assessors, institutionalisation: Assessors })
    .default({ concept: 1, pilot: 1, institutionalisation: 1 }),
  /** Days to answer a request for a review, and for an assessor to confirm what a holder reports as consolidated. */
  srlDays: z.strictObject({ request: Days, confirmation: Days }).default({ request: 15, confirmation: 30 }),
};
