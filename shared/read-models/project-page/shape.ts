import { Cents, Day, Phase, Share, Text } from '@jalon/domain';
import { Content, Finding, GateOutcome, MilestoneOutcome, TrancheKind } from '@jalon/domain/decisions';
import { z } from 'zod';
import { WorkItem } from '../my-work/work.ts';
import { PortfolioRow } from '../portfolio/portfolio.ts';

const Srl = z.int().min(0).max(9);
const At = z.string();

/** A funder and what it bears. */
const FunderShare = Share.extend({ name: Text.optional(), decided: z.enum(['granted', 'declined']).optional() });

/** What was paid, asked for or foreseen. */
const Payment = z.strictObject({
  phase: Phase,
  kind: TrancheKind,
  amount: Cents,
  shares: z.array(Share),
  standing: z.enum(['planned', 'requested', 'released']),
  at: At.optional(),
});

/** One step of the SRL trajectory: a review that was concluded, or one that was missed. */
const SrlStep = z.strictObject({
  review: z.int(),
  at: At,
  missed: z.boolean(),
  claimed: Srl.optional(),
  reached: Srl.optional(),
  consolidated: Srl.optional(),
  scale: z.string().optional(),
});

/**
 * All that a project's page shows. It holds counts of reviews and never their content; no evidence, report or reason of a decision stands here but the
 * findings on eligibility. Amounts are in cents; times are ISO 8601.
 */
export const ProjectPage = PortfolioRow.extend({
  holder: z.string().optional(),
  content: Content.partial(),
  submittedAt: At.optional(),
  impliedRefusal: z.boolean(),
  eligibility: z.strictObject({ at: At, eligible: z.boolean(), reasons: z.array(Finding) }).optional(),
  reviews: z.strictObject({ assigned: z.int(), conflicts: z.int(), submitted: z.int() }),
  selection: z
    .strictObject({ at: At, outcome: z.enum(['selected', 'reserve', 'not-selected']), rank: z.int().optional(), total: z.number() })
    .optional(),
  funding: z.array(FunderShare),
  agreement: z.strictObject({ signedOn: Day, parties: z.array(z.string()), amount: Cents }).optional(),
  entered: z.array(z.strictObject({ phase: Phase, by: z.enum(['signature', 'passage', 'return']), at: At })),
  gates: z.array(z.strictObject({ at: At, outcome: GateOutcome, from: Phase, to: Phase.optional(), conditions: z.array(z.string()) })),
  milestones: z.array(
    z.strictObject({
      milestone: z.string(),
      title: z.string(),
      expected: z.string(),
      dueOn: Day,
      reportedAt: At.optional(),
      outcome: MilestoneOutcome.optional(),
    }),
  ),
  payments: z.array(Payment),
  trajectory: z.array(SrlStep),
  openReview: z.strictObject({ review: z.int(), dueOn: Day, lapsesOn: Day, assessed: z.boolean() }).optional(),
  results: z.string().optional(),
  caseStudy: z.record(z.string(), z.unknown()).optional(),
  due: z.array(WorkItem),
});
export type ProjectPage = z.output<typeof ProjectPage>;
