import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day, Duration } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { AgreementTerminated } from '../agreement/agreement.ts';
import { PhaseEntered } from '../phases/phases.ts';
import { ConflictDeclared } from '../review/review.ts';
import { type Assessed, type Assessment, withAssessment } from './assessments.ts';
import { AssessedLevel, type LevelFound, SrlLevel } from './scale.ts';

const Review = z.int().min(1);
const Figure = z.int().min(0).max(9);

/** One line of a consolidation plan: the level to consolidate, the key function it concerns, the support given, and by when. */
export const PlanLine = z.strictObject({ level: SrlLevel, keyFunction: Title, support: Prose, dueOn: Day });

export const SrlReviewOpened = decision(
  'srl-review-opened',
  1,
  z.strictObject({
    /** Reviews of a project are numbered from 1. After `lapsesOn` a review that was not concluded counts as missed. */
    review: Review,
    phase: Phase,
    dueOn: Day,
    lapsesOn: Day,
    /** How many assessors the policy asks for in this phase; one where nothing is said. */
    assessors: z.int().min(1).max(2).optional(),
    /** True where it was opened because somebody asked for it. */
    requested: z.literal(true).optional(),
  }),
);
/** Somebody asks for a review before its time. */
export const SrlReviewRequested = decision('srl-review-requested', 1, z.strictObject({ by: PersonId, reasons: Prose }));
export const SrlRequestDeclined = decision('srl-request-declined', 1, z.strictObject({ reasons: Prose }));
export const SrlAssessed = decision(
  'srl-assessed',
  1,
  z.strictObject({ review: Review, assessor: PersonId, scale: z.string().min(1), claimed: SrlLevel, levels: z.array(AssessedLevel).min(1).max(9) }),
);
/** What two assessors agree on, level by level, where their assessments differ. */
export const SrlReconciled = decision(
  'srl-reconciled',
  1,
  z.strictObject({
    review: Review,
    assessors: z.array(PersonId).min(2).max(2),
    scale: z.string().min(1),
    claimed: SrlLevel,
    levels: z.array(AssessedLevel).min(1).max(9),
    reasons: Prose,
  }),
);
export const SrlReviewConcluded = decision(
  'srl-review-concluded',
  1,
  z.strictObject({
    review: Review,
    scale: z.string().min(1),
    claimed: SrlLevel,
    reached: Figure,
    consolidated: Figure,
    consolidationPlan: z.array(PlanLine).max(40),
    /** Levels that the review before found consolidated and this one no longer reached; absent where there are none. */
    regressed: z.array(SrlLevel).min(1).max(9).optional(),
  }),
);
export const SrlReviewMissed = decision('srl-review-missed', 1, z.strictObject({ review: Review }));
/** A cadence of its own for this project, until it enters another phase; and the support that goes with it. Gates already decided stand. */
export const SrlCadenceSet = decision(
  'srl-cadence-set',
  1,
  z.strictObject({ review: Review, every: Duration, support: Prose.optional(), reasons: Prose }),
);

export interface OpenReview extends Assessed {
  readonly review: number;
  readonly opened: Moment;
  readonly dueOn: string;
  readonly lapsesOn: string;
  /** The last assessment; an assessor may correct theirs until the review is concluded. */
  readonly assessment?: Assessment;
}

export interface Concluded extends Moment {
  readonly review: number;
  readonly reached: number;
  readonly consolidated: number;
}

export interface Srl {
  /** How many reviews were opened. */
  readonly reviews: number;
  /** A review that was asked for and not yet answered. */
  readonly requested?: Moment & { readonly by: string };
  readonly open?: OpenReview;
  /** When the last review ended, concluded or missed: the next one's date counts from here. */
  readonly ended?: Moment;
  readonly concluded?: Concluded;
  /** The cadence that was set for this project alone, in the phase that it is in. */
  readonly cadence?: Moment & { readonly every: string };
}

const types = [
  SrlReviewOpened,
  SrlReviewRequested,
  SrlRequestDeclined,
  SrlAssessed,
  SrlReconciled,
  SrlReviewConcluded,
  SrlReviewMissed,
  SrlCadenceSet,
  PhaseEntered,
  ConflictDeclared,
  AgreementTerminated,
] as const;

/** The review that is open, with a change to it; nothing where another one is open, or none. */
const onOpen = (all: Srl, review: number, change: (open: OpenReview) => OpenReview): Srl =>
  all.open?.review === review ? { ...all, open: change(all.open) } : all;

/** What was agreed rests on the assessments as they were: a corrected one voids it. */
const assessedAnew = ({ agreed: _, ...open }: OpenReview, assessment: Assessment): OpenReview => ({
  ...open,
  assessment,
  assessments: withAssessment(open, assessment),
});

/** An assessor turned out to be in conflict of interest: what they found does not count, nor what was agreed with them. */
function withoutAssessor(open: OpenReview, person: string): OpenReview {
  const assessments = open.assessments.filter(({ assessor }) => assessor !== person);
  if (assessments.length === open.assessments.length) return open;
  const { agreed: _, assessment: __, ...rest } = open;
  const last = assessments.at(-1);
  return { ...rest, assessments, ...(last && { assessment: last }) };
}

/** The reviews of a project's SRL. The whole trajectory is beside it; this keeps what rules need. */
export const srl = facet({ reviews: 0 } as Srl, types, {
  'srl-review-opened': ({ requested: _, ...all }, { review, dueOn, lapsesOn, assessors = 1 }, happened) => ({
    ...all,
    reviews: Math.max(all.reviews, review),
    open: { review, opened: momentOf(happened), dueOn, lapsesOn, assessors, assessments: [] },
  }),
  'srl-review-requested': (all, { by }, happened) => ({ ...all, requested: { ...momentOf(happened), by } }),
  'srl-request-declined': ({ requested: _, ...all }) => all,
  'srl-assessed': (all, { review, ...assessment }) => onOpen(all, review, (open) => assessedAnew(open, assessment)),
  'srl-reconciled': (all, { review, levels }) =>
    onOpen(all, review, (open) => ({ ...open, agreed: levels.map(({ level, outcome }): LevelFound => ({ level, outcome })) })),
  'srl-review-concluded': ({ open: _, ...all }, { review, reached, consolidated }, happened) => ({
    ...all,
    ended: momentOf(happened),
    concluded: { ...momentOf(happened), review, reached, consolidated },
  }),
  'srl-review-missed': ({ open: _, ...all }, __, happened) => ({ ...all, ended: momentOf(happened) }),
  'srl-cadence-set': (all, { every }, happened) => ({ ...all, cadence: { ...momentOf(happened), every } }),
  'phase-entered': ({ cadence: _, ...all }) => all,
  'conflict-declared': (all, { reviewer }) => (all.open ? { ...all, open: withoutAssessor(all.open, reviewer) } : all),
  // A review that was open ends with the agreement: the project closes with what was concluded.
  'agreement-terminated': ({ open: _, requested: __, ...all }) => all,
});
