import { z } from 'zod';
import { Cents } from '../../kernel/money.ts';

/** From which amounts on one approval is not enough. */
export const approvalsPart = {
  approvals: z
    .strictObject({
      /** Above this amount, in cents, two different people approve a payment. */
      secondFrom: Cents.default(10_000_000),
    })
    .prefault({}),
};
