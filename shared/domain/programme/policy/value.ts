import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);

/** How often value is reviewed (DOMAIN §7: in every phase). */
export const valuePart = {
  /** Time between two value reviews, by phase; the first counts from the entry into the phase. */
  valueCadence: z
    .strictObject({ concept: Duration, pilot: Duration, institutionalisation: Duration })
    .default({ concept: 'P12M', pilot: 'P12M', institutionalisation: 'P12M' }),
  /** Days from the SRL review that a gate can rest on to the value review that has to come before the gate. */
  valueBeforeGate: Days.default(30),
};
