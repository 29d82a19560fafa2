import { z } from 'zod';
import { Cents } from '../../kernel/money.ts';
import { Duration } from '../../kernel/time.ts';

/** What is reported, how often, and what is made public. */
export const reportingPart = {
  reporting: z
    .strictObject({
      /** Time between two reports on the progress of a running project. */
      progressEvery: Duration.default('P6M'),
      /** Grants above this amount, in cents, are published as open data (décret 2017-779, SCDL). */
      publishedAbove: Cents.default(2_300_000),
      /** Time from signature to that publication, at most. */
      publishedWithin: Duration.default('P3M'),
      /** Time between two publications of the list of operations that the ESF+ asks for. */
      operationsListEvery: Duration.default('P4M'),
    })
    .prefault({}),
};
