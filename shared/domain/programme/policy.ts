import { z } from 'zod';
import { BasisPoints } from '../kernel/money.ts';
import { Duration } from '../kernel/time.ts';

const Phase = z.enum(['concept', 'pilot', 'institutionalisation']);
const Days = z.int().min(0).max(3660);

const Criterion = z.strictObject({
  /** Stable name, as in marks. */
  criterion: z.string().regex(/^[a-z][a-z-]*$/),
  block: z.enum(['breakthrough', 'research', 'value', 'capacity']),
  /** Points that full marks bring. */
  points: z.int().min(1).max(100),
  /** The least mark (0–5) below which an application is not selected. */
  floor: z.number().min(0).max(5).multipleOf(0.5).optional(),
});

/** Sources: the four characteristics of breakthrough social innovation and the five Frascati criteria are the programme's; points are ours. */
const defaultRubric: z.input<typeof Criterion>[] = [
  { criterion: 'combination', block: 'breakthrough', points: 8 },
  { criterion: 'cooperation', block: 'breakthrough', points: 12, floor: 2.5 },
  { criterion: 'scales', block: 'breakthrough', points: 8 },
  { criterion: 'transformation', block: 'breakthrough', points: 12, floor: 2.5 },
  { criterion: 'novelty', block: 'research', points: 6 },
  { criterion: 'creativity', block: 'research', points: 4 },
  { criterion: 'uncertainty', block: 'research', points: 6 },
  { criterion: 'systematic', block: 'research', points: 8 },
  { criterion: 'transferability', block: 'research', points: 6 },
  { criterion: 'balance', block: 'value', points: 8 },
  { criterion: 'capture', block: 'value', points: 12 },
  { criterion: 'team', block: 'capacity', points: 4 },
  { criterion: 'budget', block: 'capacity', points: 3 },
  { criterion: 'cooperation-time', block: 'capacity', points: 3 },
];

const Srl = z.int().min(0).max(9);
const Gate = z.strictObject({ consolidated: Srl, reached: Srl });

/** The parts of a policy. Each has a default, so `{}` is a whole one. */
const Parts = z.strictObject({
  rubric: z.array(Criterion).min(1).default(defaultRubric),
  /** Least total (of the rubric's points) and least share of each block, in hundredths. */
  thresholds: z
    .strictObject({ total: z.number().min(0).max(100), blockPercent: z.number().min(0).max(100) })
    .default({ total: 60, blockPercent: 50 }),
  /** Criteria that break a tie, in order; the register's number breaks what is left. */
  tieBreak: z.array(z.string()).default(['transformation', 'cooperation', 'systematic']),
  reviewers: z.strictObject({ perApplication: z.int().min(1).max(9), divergence: z.number().min(0) }).default({ perApplication: 2, divergence: 20 }),
  gates: z
    .strictObject({ pilot: Gate, institutionalisation: Gate })
    .default({ pilot: { consolidated: 3, reached: 4 }, institutionalisation: { consolidated: 6, reached: 7 } }),
  /** How often the SRL is reviewed in each phase, and after a return to an earlier one. */
  srlCadence: z
    .strictObject({ concept: Duration, pilot: Duration, institutionalisation: Duration, afterReturn: Duration })
    .default({ concept: 'P6M', pilot: 'P6M', institutionalisation: 'P12M', afterReturn: 'P3M' }),
  /** Shares of the award committed to each phase; they add up to the whole. */
  phaseShares: z.record(Phase, BasisPoints).default({ concept: 2_000, pilot: 6_000, institutionalisation: 2_000 }),
  /** Shares of a phase's money paid in advance, by instalment and as the balance. */
  tranches: z
    .strictObject({ advance: BasisPoints, instalment: BasisPoints, balance: BasisPoints })
    .default({ advance: 3_000, instalment: 4_000, balance: 3_000 }),
  /** Share of the envelope kept back for corrections after appeals. */
  envelopeReserve: BasisPoints.default(500),
  days: z
    .strictObject({
      eligibility: Days,
      review: Days,
      silence: Duration,
      fundingDecision: Days,
      signature: Days,
      enterPhase: Days,
      milestoneAssessment: Days,
      srlReview: Days,
      gate: Days,
      payment: Days,
      finalReport: Duration,
      selection: Days,
    })
    .default({
      eligibility: 15,
      review: 30,
      silence: 'P2M',
      fundingDecision: 60,
      signature: 60,
      enterPhase: 30,
      milestoneAssessment: 30,
      srlReview: 30,
      gate: 60,
      payment: 80,
      finalReport: 'P6M',
      selection: 90,
    }),
  /** Days before a due date on which the process reminds, and days after it on which it escalates. */
  reminders: z.array(Days).default([30, 15, 3]),
  escalations: z.array(Days).default([1, 8]),
  silenceReminders: z.array(Days).default([30, 15, 7]),
});
/** What parts of a policy have to agree on between them: shares add up to the whole, names are known and used once, thresholds can be reached. */
function disagreements({
  rubric,
  thresholds,
  tieBreak,
  phaseShares,
  tranches,
}: z.output<typeof Parts>): readonly { path: string; message: string }[] {
  const names = rubric.map(({ criterion }) => criterion);
  const whole = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) === 10_000;
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const unknown = tieBreak.filter((name) => !names.includes(name));
  const most = rubric.reduce((sum, { points }) => sum + points, 0);
  return [
    ...twice.map((name) => ({ path: 'rubric', message: `the criterion ${name} is there twice` })),
    ...unknown.map((name) => ({ path: 'tieBreak', message: `${name} is no criterion of the rubric` })),
    ...(thresholds.total > most ? [{ path: 'thresholds', message: `the total asked for is above the ${most} points of the rubric` }] : []),
    ...(whole(Object.values(phaseShares)) ? [] : [{ path: 'phaseShares', message: 'the shares of the phases add up to 10000 basis points' }]),
    ...(whole(Object.values(tranches)) ? [] : [{ path: 'tranches', message: 'the shares of a phase’s payments add up to 10000 basis points' }]),
  ];
}

/**
 * The policy of a programme: everything that a rule takes from data and not from code. Every part has a default (DOMAIN §13),
 * so `{}` is a whole policy. Days are calendar days in the programme's time zone.
 */
export const Policy = Parts.check(({ value, issues }) => {
  for (const { path, message } of disagreements(value)) issues.push({ code: 'custom', input: value, path: [path], message });
});
export type Policy = z.output<typeof Policy>;
export type Phase = z.output<typeof Phase>;
export { Phase };
