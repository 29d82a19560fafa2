import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';

export const MilestoneOutcome = z.enum(['reached', 'partly', 'not-reached']);
export type MilestoneOutcome = z.output<typeof MilestoneOutcome>;

export const MilestoneAgreed = decision('milestone-agreed', 1, z.strictObject({ milestone: ThingId, title: Title, expected: Prose, dueOn: Day }));
export const MilestoneReported = decision('milestone-reported', 1, z.strictObject({ milestone: ThingId, report: Prose }));
export const MilestoneAssessed = decision(
  'milestone-assessed',
  1,
  z.strictObject({ milestone: ThingId, outcome: MilestoneOutcome, evidence: Prose }),
);
/** Agreed anew with the holder: what it shows, by which day. */
export const MilestoneRevised = decision('milestone-revised', 1, z.strictObject({ milestone: ThingId, expected: Prose, dueOn: Day, reasons: Prose }));
/** No longer awaited. */
export const MilestoneCancelled = decision('milestone-cancelled', 1, z.strictObject({ milestone: ThingId, reasons: Prose }));

export interface Milestone {
  readonly agreed?: Moment & { readonly dueOn: string };
  /** The report that waits for an assessment. */
  readonly reported?: Moment;
  /** What the last assessment found; one found not reached, or partly, can be reported again. */
  readonly outcome?: MilestoneOutcome;
  readonly cancelled?: true;
}

/** Milestones by their ids. */
export type Milestones = Readonly<Record<string, Milestone>>;

const changing = [MilestoneAgreed, MilestoneReported, MilestoneAssessed, MilestoneRevised, MilestoneCancelled] as const;

export const milestones = facet({} as Milestones, changing, {
  'milestone-agreed': (all, { milestone, dueOn }, happened) => ({ ...all, [milestone]: { agreed: { ...momentOf(happened), dueOn } } }),
  'milestone-reported': (all, { milestone }, happened) => ({ ...all, [milestone]: { ...all[milestone], reported: momentOf(happened) } }),
  'milestone-assessed': (all, { milestone, outcome }) => {
    const { reported: _, ...rest } = all[milestone] ?? {};
    return { ...all, [milestone]: { ...rest, outcome } };
  },
  // A new agreement: what an assessment found of the one before no longer counts.
  'milestone-revised': (all, { milestone, dueOn }, happened) => ({ ...all, [milestone]: { agreed: { ...momentOf(happened), dueOn } } }),
  'milestone-cancelled': (all, { milestone }) => ({ ...all, [milestone]: { ...all[milestone], cancelled: true } }),
});
