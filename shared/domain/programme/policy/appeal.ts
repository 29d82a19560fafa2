import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);

/** How applicants are told of an outcome, and for how long they can appeal against it. */
export const appealPart = {
  /** Days within which an applicant is told of a decision. */
  notification: Days.default(15),
  appeal: z
    .strictObject({
      /** From notification, where it stated the remedies and their time limits (CJA R421-1, R421-5). */
      window: Duration.default('P2M'),
      /** Where it did not: the reasonable time that the courts allow (Conseil d'État, 13 July 2016, no. 387763). */
      withoutRemedies: Duration.default('P1Y'),
      /** After so long without an answer an appeal counts as rejected (CJA R421-2). */
      answer: Duration.default('P2M'),
      /** Days within which an appeal that was upheld is followed by the correction. */
      correction: Days.default(15),
    })
    .prefault({}),
};
