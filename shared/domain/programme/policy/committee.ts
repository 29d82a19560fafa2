import { z } from 'zod';

/** The committee: whether its opinion is needed, when it can vote, how long before it is convened. It decides by majority of the votes cast. */
export const committeePart = {
  committee: z
    .strictObject({
      /** Whether an application is selected only with the committee’s opinion (avis). */
      avis: z.enum(['required', 'optional']).default('optional'),
      /** Share of the voting members who have to take part, in hundredths, rounded up to a person. The recused count for neither. */
      quorumPercent: z.int().min(0).max(100).default(50),
      /** The fewest voting members who have to take part, however small the committee. */
      quorumLeast: z.int().min(1).max(100).default(3),
      /** Days between the convocation and the sitting, at least. */
      convocationDays: z.int().min(0).max(366).default(10),
    })
    .prefault({}),
};
