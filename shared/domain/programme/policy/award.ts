import { z } from 'zod';
import { BasisPoints } from '../../kernel/money.ts';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);

/** The award and the agreement: what has to hold before signature, and how long each side has to answer the other. */
export const awardPart = {
  award: z
    .strictObject({
      /** The de minimis regime under which the programme grants, unless a funder names another with its decision. */
      regime: z.enum(['none', 'general', 'sieg', 'farming']).default('none'),
      /** Whether the authority’s act has to be executory before the agreement is signed (CGCT L4141-1). */
      executoryNeeded: z.boolean().default(false),
      /** Days that the holder has to answer an announced withdrawal of the award (CRPA L122-1). */
      hearing: Days.default(15),
      /** How long after the award an unlawful one can be withdrawn (CRPA L242-1). */
      withdrawal: Duration.default('P4M'),
      /** Days that a formal notice gives to mend a breach. */
      formalNotice: Days.default(30),
      /** Days after which a suspension that names no last day has to be resumed or terminated. */
      suspension: Days.default(180),
      /** Share of the money of each phase to come that a consolidation may draw on. */
      consolidationReserve: BasisPoints.default(1_000),
    })
    .prefault({}),
};
