import { z } from 'zod';

const Days = z.int().min(0).max(3660);

/** Days from the end of a period to the progress report on it, from the report to its assessment, and from its return to its correction. A period lasts `reporting.progressEvery`. */
export const reportsPart = {
  reports: z.strictObject({ submission: Days, assessment: Days, correction: Days }).default({ submission: 30, assessment: 30, correction: 15 }),
};
