import { assignmentReads } from './call/assignments.ts';
import { coFundedReads } from './funder/co-funded.ts';
import { budgetReads } from './programme/budget.ts';
import { dueReads } from './programme/due.ts';
import { paymentReads } from './programme/payments.ts';
import { programmeReads } from './programme/programmes.ts';
import type { Reads } from './reads.ts';

/** What those read who run a programme or fund it. */
export function oversightReads(reads: Reads): void {
  programmeReads(reads);
  dueReads(reads);
  paymentReads(reads);
  budgetReads(reads);
  assignmentReads(reads);
  coFundedReads(reads);
}
