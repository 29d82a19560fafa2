import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { BasisPoints, Cents } from '../../kernel/money.ts';
import { Duration } from '../../kernel/time.ts';

const Days = z.int().min(0).max(3660);
const Months = z.int().min(1).max(120);

/** A flat rate on direct staff costs, and what it stands for: nothing that it covers may be declared beside it. */
const FlatRate = z.strictObject({ rate: BasisPoints, covers: z.enum(['indirect-costs', 'all-other-costs']) });

/** How payments are made, what they rest on, and how they are checked. */
export const paymentsPart = {
  payments: z
    .strictObject({
      /** Simple: one other person releases what was requested. Full: expenditure, certification, approval, order and payment, each by its own office. */
      procedure: z.enum(['simple', 'full']).default('simple'),
      /** Share of what a phase was paid that certified expenditure has to justify before its instalment. */
      advanceJustified: BasisPoints.default(7_000),
      /** Regulation (EU) 2021/1060, articles 54(b) and 56(1): 15 % and 40 % of direct staff costs. */
      flatRates: z.array(FlatRate).default([
        { rate: 1_500, covers: 'indirect-costs' },
        { rate: 4_000, covers: 'all-other-costs' },
      ]),
      /** What one unit, and what one lump sum, is worth in cents, by its name. */
      unitCosts: z.record(ThingId, Cents).default({}),
      lumpSums: z.record(ThingId, Cents).default({}),
      days: z
        .strictObject({
          examination: Days.default(45),
          answer: Days.default(30),
          conclusion: Days.default(15),
          certification: Days.default(30),
          recoveryOrder: Days.default(30),
          recovery: Days.default(60),
        })
        .prefault({}),
      /** How long each phase is expected to last, for the forecast. */
      expectedMonths: z
        .strictObject({ concept: Months.default(12), pilot: Months.default(24), institutionalisation: Months.default(12) })
        .prefault({}),
      /** How long before the last day of a funder its unpaid money is told to be at risk (dégagement d'office). */
      deCommitmentWarning: Duration.default('P12M'),
    })
    .prefault({}),
  checks: z
    .strictObject({
      /** Days in which a holder answers a finding. */
      answer: Days.default(30),
      /** Days in which a finding is decided on, once the holder was heard. */
      decision: Days.default(30),
      /** A European funder is told of an irregularity of more than this of its money (Regulation (EU) 2021/1060, annex XII: 10,000 euros). */
      irregularityToldAbove: Cents.default(1_000_000),
      /**
       * How long after the end of the year of the last payment the file of a project that has ended can be checked (Regulation (EU) 2021/1060, article 82(1):
       * five years from 31 December of that year). A national archive rule may ask for more.
       */
      controlPeriod: Duration.default('P5Y'),
    })
    .prefault({}),
};
