import { z } from 'zod';

/** How applications are reviewed, beside the rubric. */
export const reviewPart = {
  review: z
    .strictObject({
      /** A reviewer sees the other reviews only once their own is submitted. */
      blind: z.boolean().default(true),
      /** Days within which an administrator finds the reviewers that an application lacks. */
      assignment: z.int().min(0).max(3660).default(10),
      /**
       * What a conflict of interest brings about that is declared after the selection. `reopen-review`: what the person took part in is reassessed.
       * `reopen-selection`: nor is anything awarded before that. `record`: it is written down, and nothing follows.
       */
      lateConflict: z.enum(['reopen-review', 'reopen-selection', 'record']).default('reopen-review'),
      /** Days within which that reassessment is due. */
      reassessment: z.int().min(0).max(3660).default(15),
    })
    .prefault({}),
};
