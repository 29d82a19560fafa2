import { Cents, Day, Phase, Share, Text, When } from '@jalon/domain';
import { Content, Finding, GateOutcome, MilestoneOutcome, TrancheKind } from '@jalon/domain/decisions';
import { z } from 'zod';
import { WorkItem } from '../my-work/work.ts';
import { PortfolioRow } from '../portfolio/portfolio.ts';

const Srl = z.int().min(0).max(9);
const At = z.string();

/** A funder, what it is asked for, and what it granted once it decided. */
const FunderShare = Share.extend({ name: Text.optional(), decided: z.enum(['granted', 'declined']).optional(), granted: Cents.optional() });

/** What was paid, asked for or foreseen. Of a payment that was asked for, the amount is what goes out; `setOff` is what corrections took off it. */
const Payment = z.strictObject({
  phase: Phase,
  kind: TrancheKind,
  amount: Cents,
  shares: z.array(Share),
  setOff: z.array(Share).optional(),
  standing: z.enum(['planned', 'requested', 'returned', 'approved', 'ordered', 'rejected', 'released']),
  at: At.optional(),
  paidOn: Day.optional(),
});

/** The aid of a phase as it was worked out at its balance, by funder. */
const Settlement = z.strictObject({ phase: Phase, at: At, retained: Cents, due: z.array(Share), balance: z.array(Share) });

/** Money that has to come back, and what of it is still owed. */
const Recovery = z.strictObject({
  recovery: z.int(),
  phase: Phase,
  amount: Cents,
  owed: Cents,
  standing: z.enum(['found', 'ordered', 'repaid', 'waived']),
});

/** A reservation of the committee or of a funder. */
const Reservation = z.strictObject({ reservation: z.string(), by: z.string(), text: z.string(), liftedAt: At.optional() });

/** The agreement as it stands now; `parties` are those who signed it, or who took their place. */
const Agreement = z.strictObject({
  signedOn: Day,
  parties: z.array(z.string()),
  /** 1 as signed, one more with each amendment and extension. */
  version: z.int().min(1),
  amount: Cents,
  endsOn: Day.optional(),
  conditions: z.array(z.strictObject({ condition: z.string(), text: z.string(), metAt: At.optional() })),
  amendments: z.array(z.strictObject({ version: z.int(), kind: z.string(), at: At })),
  amendmentDrafted: z.boolean(),
  suspended: z.strictObject({ at: At, phase: Phase, until: Day.optional() }).optional(),
  suspensions: z.array(z.strictObject({ from: At, to: At })),
  formalNotice: z.strictObject({ at: At, answered: z.boolean() }).optional(),
  terminated: z.strictObject({ at: At, cause: z.string() }).optional(),
});

const GateConditionShown = z.strictObject({
  condition: z.int(),
  text: z.string(),
  phase: Phase,
  dueOn: Day.optional(),
  standing: z.enum(['open', 'reported', 'met']),
});

/** What was decided last on the application, whether its holder was told, until when an appeal can be lodged, and since when it is final. */
const Outcome = z.strictObject({
  outcome: z.string(),
  since: At,
  notifiedAt: At.optional(),
  appealUntil: When.optional(),
  finalAt: At.optional(),
});

const Appeal = z.strictObject({
  against: z.string(),
  lodgedAt: At,
  answer: z.strictObject({ outcome: z.enum(['upheld', 'rejected', 'implied-rejection']), at: At }).optional(),
  corrected: z.boolean(),
});

/** What was decided in place of an outcome; it counts from `from`, and stands on the record since `at`. */
const Corrected = z.strictObject({ to: z.string(), because: z.enum(['appeal', 'conflict']), at: At, from: At });

/** One step of the SRL trajectory: a review that was concluded, or one that was missed. */
const SrlStep = z.strictObject({
  review: z.int(),
  at: At,
  missed: z.boolean(),
  phase: Phase.optional(),
  claimed: Srl.optional(),
  reached: Srl.optional(),
  consolidated: Srl.optional(),
  /** How it stands to the review before. The path is not linear: back is a step of it, no failure. */
  change: z.enum(['first', 'forward', 'steady', 'back']).optional(),
  regressed: z.array(Srl).optional(),
  scale: z.string().optional(),
});

/** The consolidation plan of the last review, line by line. */
const Consolidation = z.strictObject({
  review: z.int(),
  lines: z.array(z.strictObject({ level: Srl, keyFunction: z.string(), dueOn: Day, standing: z.enum(['open', 'reported', 'consolidated']) })),
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
  corrected: z.array(Corrected),
  outcome: Outcome.optional(),
  appeal: Appeal.optional(),
  funding: z.array(FunderShare),
  reservations: z.array(Reservation),
  agreement: Agreement.optional(),
  entered: z.array(z.strictObject({ phase: Phase, by: z.string(), at: At })),
  gates: z.array(z.strictObject({ at: At, outcome: GateOutcome, from: Phase, to: Phase.optional(), conditions: z.array(z.string()) })),
  /** The conditions under which gates were passed, numbered through the life of the project; payments of the phase wait for them. */
  gateConditions: z.array(GateConditionShown),
  /** Work of the next phase that began before its gate; `part` of its money is committed, in basis points. */
  overlap: z.strictObject({ at: At, phase: Phase, part: z.int() }).optional(),
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
  reports: z.array(z.strictObject({ report: z.int(), from: Day, upTo: Day, standing: z.enum(['submitted', 'returned', 'accepted']) })),
  payments: z.array(Payment),
  settlements: z.array(Settlement),
  recoveries: z.array(Recovery),
  trajectory: z.array(SrlStep),
  consolidation: Consolidation.optional(),
  openReview: z.strictObject({ review: z.int(), dueOn: Day, lapsesOn: Day, assessed: z.boolean() }).optional(),
  results: z.string().optional(),
  resultsShared: z.array(z.strictObject({ what: z.string(), where: z.string() })),
  caseStudy: z.record(z.string(), z.unknown()).optional(),
  due: z.array(WorkItem),
});
export type ProjectPage = z.output<typeof ProjectPage>;
