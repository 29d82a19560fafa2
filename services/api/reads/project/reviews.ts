import { awaitedReviewers, Policy, type Project, reviewsDiverge, reviewsNeeded, streamKind, visibleReviews } from '@jalon/domain';
import { ConflictNature, ConsensusRecorded, facet, Mark, Opinion, ReviewSubmitted } from '@jalon/domain/decisions';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { Times } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aProject } from '../seeable.ts';
import { toldDecisions } from './told-decisions.ts';

const Review = z.strictObject({
  reviewer: z.string().optional().describe('Absent for those who may not know who reviewed.'),
  submittedAt: z.string(),
  opinion: Opinion,
  comment: z.string(),
  marks: z.array(Mark),
  counts: z.boolean().describe('False where its reviewer turned out to be in conflict of interest.'),
});
const Consensus = z.strictObject({ at: z.string(), comment: z.string(), marks: z.array(Mark) });
const Mine = z.strictObject({
  dueOn: z.string().optional().describe('By when it is awaited; absent once the review was taken from the reviewer, or declined.'),
  submittedAt: z.string().optional(),
  conflict: ConflictNature.optional(),
});
const Reviews = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  blind: z.boolean().describe('Whether a reviewer reads the others only once their own review is submitted.'),
  rubric: Policy.shape.rubric.unwrap().describe('The criteria in force, in their order.'),
  thresholds: Policy.shape.thresholds.unwrap(),
  divergence: z.number().describe('By how many points two reviews may differ.'),
  mine: Mine.optional().describe('What the reader was asked for.'),
  awaited: z.int().min(0).describe('How many reviewers have not submitted yet.'),
  needed: z.int().min(0).describe('How many reviews are still needed.'),
  diverging: z.boolean().optional().describe('For those who read the reviews: whether they differ by more than that.'),
  consensus: Consensus.optional().describe('The marks that reviewers agreed on, in force.'),
  reviews: z.array(Review),
});

type Written = Omit<z.output<typeof Review>, 'reviewer' | 'counts'>;
interface Said {
  readonly reviews: Readonly<Record<string, Written>>;
  readonly consensus?: z.output<typeof Consensus>;
}

/** What each reviewer submitted last, and what was agreed last. The state that rules know keeps marks only. */
const written = facet({ reviews: {} } as Said, [ReviewSubmitted, ConsensusRecorded], {
  'review-submitted': (all, { reviewer, opinion, comment, marks }, { at }) => ({
    ...all,
    reviews: { ...all.reviews, [reviewer]: { submittedAt: at, opinion, comment, marks } },
  }),
  'consensus-recorded': (all, { marks, comment }, { at }) => ({ ...all, consensus: { at, comment, marks } }),
});
const submissions = streamKind('project', { written });

/** What reviewers wrote, for those who judge or check: a holder reads none of it. */
export function reviewReads({ app, seeing, log, back }: Reads): void {
  app.get(
    '/v1/projects/:id/reviews',
    {
      schema: {
        operationId: 'projects.reviews',
        tags: ['projects'],
        summary: 'The reviews of a project, with marks and reasons, and what they are made by',
        description:
          'For administrators, the committee, auditors and the reviewers assigned. Where the policy has reviews blind, a reviewer who has not submitted yet reads none. The last one that each reviewer submitted.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject(Times),
        response: { 200: Reviews },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const reader = account.actor.id;
      const now = await seeing.open(account, aProject, id, 'read-reviews');
      const visible = visibleReviews(now.state, reader, now.known.policy);
      const then = back(account, request.query);
      const { state, version, known, allows } = (await then?.opened(account, aProject, id, now)) ?? now;
      const { policy } = known;
      const said: Said = visible.length === 0 ? { reviews: {} } : (await toldDecisions(log, account.tenant, id, submissions, then?.asOf)).written;
      const reviews = visible.flatMap((reviewer): z.output<typeof Review>[] => {
        const review = said.reviews[reviewer];
        if (!review) return [];
        const named = allows('read-actors') || reviewer === reader;
        return [{ ...(named && { reviewer }), ...review, counts: state.reviews[reviewer]?.conflict === undefined }];
      });
      const mine = mineOf(state, reader);
      return {
        project: id,
        version,
        blind: policy.review.blind,
        rubric: policy.rubric,
        thresholds: policy.thresholds,
        divergence: policy.reviewers.divergence,
        ...(mine && { mine }),
        awaited: awaitedReviewers(state.reviews).length,
        needed: reviewsNeeded(state.reviews, policy, state.consensus),
        ...(reviews.length > 0 && { diverging: reviewsDiverge(state.reviews, policy) }),
        ...(reviews.length > 0 && state.consensus && said.consensus && { consensus: said.consensus }),
        reviews,
      };
    },
  );
}

function mineOf({ reviews }: Pick<Project, 'reviews'>, reader: string): z.output<typeof Mine> | undefined {
  const mine = reviews[reader];
  if (!mine) return undefined;
  const { assigned, submitted, conflict } = mine;
  return { ...(assigned && { dueOn: assigned.dueOn }), ...(submitted && { submittedAt: submitted.at }), ...(conflict && { conflict }) };
}
