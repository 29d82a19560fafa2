import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);

/** What a programme promises to whoever applies: answers, the publication of results, and how the reserve list is used. */
export const callPart = {
  calls: z
    .strictObject({
      /** Days within which a question on a call is answered. */
      answerDays: Days.default(10),
      /** How long after the selection its results are published, at the latest. */
      publication: Duration.default('P3M'),
      /** Days within which somebody in reserve is promoted once money allows it. */
      promotionDays: Days.default(30),
      /** Whether the first in reserve has to fit before anybody after them is promoted, or the first who fits is. */
      reserveOrder: z.enum(['strict', 'first-that-fits']).default('strict'),
      /** How long the reserve list holds, from when the first waits there; those who still wait are then told that they are not selected. */
      reserveValidity: Duration.default('P1Y'),
    })
    .prefault({}),
};
