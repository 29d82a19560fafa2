import { z } from 'zod';
import { BasisPoints } from '../../kernel/money.ts';

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

/** How applications are reviewed, ranked and selected. */
export const selectionPart = {
  rubric: z.array(Criterion).min(1).default(defaultRubric),
  /** Least total (of the rubric's points) and least share of each block, in hundredths. */
  thresholds: z
    .strictObject({ total: z.number().min(0).max(100), blockPercent: z.number().min(0).max(100) })
    .default({ total: 60, blockPercent: 50 }),
  /** Criteria that break a tie, in order. */
  tieBreak: z.array(z.string()).default(['transformation', 'cooperation', 'systematic']),
  /** Whether the vote of the chair breaks a tie that is left, where the selection depends on it; else the register's number does. */
  chairSettlesTies: z.boolean().default(true),
  reviewers: z.strictObject({ perApplication: z.int().min(1).max(9), divergence: z.number().min(0) }).default({ perApplication: 2, divergence: 20 }),
  /** Share of the envelope kept back for corrections after appeals. */
  envelopeReserve: BasisPoints.default(500),
};
