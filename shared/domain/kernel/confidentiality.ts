import { z } from 'zod';

/**
 * Who may see a piece of evidence: everybody; whoever takes part in the programme; whoever judges or decides on the project; only the administrators,
 * the auditors and whoever gave it. Which roles each class admits is the policy's.
 */
export const Confidentiality = z.enum(['public', 'programme', 'assessors', 'restricted']);
export type Confidentiality = z.output<typeof Confidentiality>;
