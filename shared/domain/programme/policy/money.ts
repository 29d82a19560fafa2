import { z } from 'zod';
import { BasisPoints } from '../../kernel/money.ts';
import { Phase } from './phase.ts';

/** How an award is divided into phases and payments. */
export const moneyPart = {
  /** Shares of the award committed to each phase; they add up to the whole. */
  phaseShares: z.record(Phase, BasisPoints).default({ concept: 2_000, pilot: 6_000, institutionalisation: 2_000 }),
  /** Shares of a phase's money paid in advance, by instalment and as the balance. */
  tranches: z
    .strictObject({ advance: BasisPoints, instalment: BasisPoints, balance: BasisPoints })
    .default({ advance: 3_000, instalment: 4_000, balance: 3_000 }),
};
