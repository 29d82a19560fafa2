import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';
import { SrlReviewConcluded } from './srl.ts';

/** Lines of a plan are numbered from 1, in the order in which the review wrote them. */
export const LineNumber = z.int().min(1).max(40);

/** The holder's report on a line of the plan of a review. */
export const ConsolidationReported = decision(
  'consolidation-reported',
  1,
  z.strictObject({ review: z.int().min(1), line: LineNumber, report: Prose, attachments: z.array(Attachment).max(20).optional() }),
);
/** What an assessor found of a report: consolidated, or still to be by another day. The levels of the project change only by a review. */
export const ConsolidationConfirmed = decision(
  'consolidation-confirmed',
  1,
  z.strictObject({
    review: z.int().min(1),
    line: LineNumber,
    outcome: z.enum(['consolidated', 'to-continue']),
    assessor: PersonId,
    evidence: Prose,
    /** The new day, where it is to continue. */
    dueOn: Day.optional(),
  }),
);

export interface ConsolidationLine {
  readonly level: number;
  readonly keyFunction: string;
  readonly dueOn: string;
  /** The decision that set the day. */
  readonly since: Moment;
  /** Waits for an assessor. */
  readonly reported?: Moment;
  readonly confirmed?: true;
}

export interface Consolidation {
  /** The review whose plan this is, 0 before the first. */
  readonly review: number;
  readonly lines: readonly ConsolidationLine[];
}

const changeLine = (all: Consolidation, review: number, line: number, change: (line: ConsolidationLine) => ConsolidationLine): Consolidation =>
  review === all.review ? { ...all, lines: all.lines.map((before, index) => (index === line - 1 ? change(before) : before)) } : all;

/** The consolidation plan that is followed: the one of the last concluded review, which assessed every level anew. */
export const consolidation = facet({ review: 0, lines: [] } as Consolidation, [SrlReviewConcluded, ConsolidationReported, ConsolidationConfirmed], {
  'srl-review-concluded': (_, { review, consolidationPlan }, happened) => ({
    review,
    lines: consolidationPlan.map(({ level, keyFunction, dueOn }) => ({ level, keyFunction, dueOn, since: momentOf(happened) })),
  }),
  'consolidation-reported': (all, { review, line }, happened) =>
    changeLine(all, review, line, (before) => ({ ...before, reported: momentOf(happened) })),
  'consolidation-confirmed': (all, { review, line, outcome, dueOn }, happened) =>
    changeLine(all, review, line, ({ reported: _, ...before }) =>
      outcome === 'consolidated' ? { ...before, confirmed: true } : { ...before, dueOn: dueOn ?? before.dueOn, since: momentOf(happened) },
    ),
});
