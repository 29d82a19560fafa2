import { streamKind, visibleReviews } from '@jalon/domain';
import { facet, Mark, Opinion, ReviewSubmitted } from '@jalon/domain/decisions';
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
const Reviews = z.strictObject({
  project: z.string(),
  version: z.int().min(1),
  blind: z.boolean().describe('Whether a reviewer reads the others only once their own review is submitted.'),
  reviews: z.array(Review),
});

type Written = Omit<z.output<typeof Review>, 'reviewer' | 'counts'>;

/** What each reviewer submitted last. The state that rules know keeps marks only. */
const written = facet({} as Readonly<Record<string, Written>>, [ReviewSubmitted], {
  'review-submitted': (all, { reviewer, opinion, comment, marks }, { at }) => ({ ...all, [reviewer]: { submittedAt: at, opinion, comment, marks } }),
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
        summary: 'The reviews of a project, with marks and reasons',
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
      const now = await seeing.open(account, aProject, id, 'read-reviews');
      const visible = visibleReviews(now.state, account.actor.id, now.known.policy);
      const then = back(account, request.query);
      const { state, version, known, allows } = (await then?.opened(account, aProject, id, now)) ?? now;
      const said = visible.length === 0 ? {} : (await toldDecisions(log, account.tenant, id, submissions, then?.asOf)).written;
      const reviews = visible.flatMap((reviewer): z.output<typeof Review>[] => {
        const review = said[reviewer];
        if (!review) return [];
        const named = allows('read-actors') || reviewer === account.actor.id;
        return [{ ...(named && { reviewer }), ...review, counts: state.reviews[reviewer]?.conflict === undefined }];
      });
      return { project: id, version, blind: known.policy.review.blind, reviews };
    },
  );
}
