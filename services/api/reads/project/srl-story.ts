import { type Assessment, streamKind, withAssessment } from '@jalon/domain';
import { facet, SrlAssessed, SrlReconciled, SrlReviewConcluded, SrlReviewOpened } from '@jalon/domain/decisions';
import type { z } from 'zod';

type Agreed = Pick<z.output<typeof SrlReconciled.data>, 'levels' | 'reasons'>;

/** What was found in one review: the assessments that count in it, what was agreed where they differ, and when it was concluded. */
export interface ReviewTold {
  readonly review: number;
  readonly assessors: number;
  readonly assessments: readonly Assessment[];
  readonly agreed?: Agreed;
  readonly concludedAt?: string;
}

type All = readonly ReviewTold[];
const change = (all: All, review: number, to: (told: ReviewTold) => ReviewTold): All => all.map((told) => (told.review === review ? to(told) : told));

/** The reviews of a project, each with what was found in it. The state that rules know keeps only the one that is open. */
const reviews = facet([] as All, [SrlReviewOpened, SrlAssessed, SrlReconciled, SrlReviewConcluded], {
  'srl-review-opened': (all, { review, assessors = 1 }) => [...all, { review, assessors, assessments: [] }],
  'srl-assessed': (all, { review, ...assessment }) =>
    change(all, review, ({ agreed: _, ...told }) => ({ ...told, assessments: withAssessment(told, assessment) })),
  'srl-reconciled': (all, { review, levels, reasons }) => change(all, review, (told) => ({ ...told, agreed: { levels, reasons } })),
  'srl-review-concluded': (all, { review }, { at }) => change(all, review, (told) => ({ ...told, concludedAt: at })),
});

export const srlStory = streamKind('project', { reviews });
