import { z } from 'zod';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);

/** By when things are due, and when the process reminds and escalates. */
export const timePart = {
  days: z
    .strictObject({
      acknowledgement: Days.default(1),
      completeness: Days.default(15),
      missingPieces: Days.default(15),
      eligibility: Days,
      review: Days,
      silence: Duration,
      fundingDecision: Days,
      signature: Days,
      enterPhase: Days,
      milestoneAssessment: Days,
      srlReview: Days,
      gate: Days,
      /** To put together the file of a gate, to meet a condition that it set, to confirm that it was met, and to publish results at the end. */
      gatePreparation: Days.default(30),
      gateCondition: Days.default(90),
      conditionConfirmation: Days.default(30),
      sharedResults: Days.default(90),
      payment: Days,
      finalReport: Duration,
      selection: Days,
    })
    .default({
      acknowledgement: 1,
      completeness: 15,
      missingPieces: 15,
      eligibility: 15,
      review: 30,
      silence: 'P2M',
      fundingDecision: 60,
      signature: 60,
      enterPhase: 30,
      milestoneAssessment: 30,
      srlReview: 30,
      gate: 60,
      gatePreparation: 30,
      gateCondition: 90,
      conditionConfirmation: 30,
      sharedResults: 90,
      payment: 80,
      finalReport: 'P6M',
      selection: 90,
    }),
  /** Days before a due date on which the process reminds, and days after it on which it escalates. */
  reminders: z.array(Days).default([30, 15, 3]),
  escalations: z.array(Days).default([1, 8]),
  silenceReminders: z.array(Days).default([30, 15, 7]),
};
