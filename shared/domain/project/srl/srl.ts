import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose, Title } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { AssessedLevel, SrlLevel } from './scale.ts';

const Review = z.int().min(1);
const Figure = z.int().min(0).max(9);

/** One line of a consolidation plan: the level to consolidate, the key function it concerns, the support given, and by when. */
export const PlanLine = z.strictObject({ level: SrlLevel, keyFunction: Title, support: Prose, dueOn: Day });

export const SrlReviewOpened = decision(
  'srl-review-opened',
  1,
  /** Reviews of a project are numbered from 1. After `lapsesOn` a review that was not concluded counts as missed. */
  z.strictObject({ review: Review, phase: Phase, dueOn: Day, lapsesOn: Day }),
);
export const SrlAssessed = decision(
  'srl-assessed',
  1,
  z.strictObject({ review: Review, assessor: PersonId, scale: z.string().min(1), claimed: SrlLevel, levels: z.array(AssessedLevel).min(1).max(9) }),
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
  }),
);
export const SrlReviewMissed = decision('srl-review-missed', 1, z.strictObject({ review: Review }));

export interface OpenReview {
  readonly review: number;
  readonly opened: Moment;
  readonly dueOn: string;
  readonly lapsesOn: string;
  /** The last assessment; an assessor may correct it until the review is concluded. */
  readonly assessment?: {
    readonly assessor: string;
    readonly scale: string;
    readonly claimed: number;
    readonly levels: readonly AssessedLevel[];
  };
}

export interface Concluded extends Moment {
  readonly review: number;
  readonly reached: number;
  readonly consolidated: number;
}

export interface Srl {
  /** How many reviews were opened. */
  readonly reviews: number;
  readonly open?: OpenReview;
  /** When the last review ended, concluded or missed: the next one's date counts from here. */
  readonly ended?: Moment;
  readonly concluded?: Concluded;
}

/** The periodic reviews of a project's SRL. The whole trajectory is in the decisions; this keeps what rules need. */
export const srl = facet({ reviews: 0 } as Srl, [SrlReviewOpened, SrlAssessed, SrlReviewConcluded, SrlReviewMissed], {
  'srl-review-opened': (all, { review, dueOn, lapsesOn }, happened) => ({
    ...all,
    reviews: Math.max(all.reviews, review),
    open: { review, opened: momentOf(happened), dueOn, lapsesOn },
  }),
  'srl-assessed': (all, { review, assessor, scale, claimed, levels }) =>
    all.open?.review === review ? { ...all, open: { ...all.open, assessment: { assessor, scale, claimed, levels } } } : all,
  'srl-review-concluded': ({ open: _, ...all }, { review, reached, consolidated }, happened) => ({
    ...all,
    ended: momentOf(happened),
    concluded: { ...momentOf(happened), review, reached, consolidated },
  }),
  'srl-review-missed': ({ open: _, ...all }, __, happened) => ({ ...all, ended: momentOf(happened) }),
});
