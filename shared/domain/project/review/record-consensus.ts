import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isHolder, projectCommand } from '../project.ts';
import { ConsensusRecorded } from './consensus.ts';
import { Mark } from './review.ts';
import { awaitedReviewers, marksAgainst, reviewsDiverge, validReviews } from './reviews-needed.ts';

export const recordConsensus = projectCommand({
  name: 'record-consensus',
  says: { en: 'Record a consensus', fr: 'Consigner un consensus' },
  about:
    'Reviewers who differ widely met: the marks that they agree on, with reasons, criterion by criterion. The ranking takes these in the place of their own, which stay on record. It needs every review that was asked for; one of them or an administrator writes it down.',
  data: z.strictObject({ marks: z.array(Mark).min(1).max(60), comment: Prose }),
  example: {
    marks: [{ criterion: 'cooperation', mark: 3.5, reason: 'The alliance is there; its rules are not written yet.' }],
    comment: 'The difference came from two readings of the partnership agreement, which was read again together.',
  },
  refuses: [
    'not-in-review',
    'not-by-the-holder',
    'conflict-of-interest',
    'reviews-awaited',
    'reviews-agree',
    'criteria-unknown',
    'criteria-not-scored',
  ],

  decide(state, { data, by }, { policy }) {
    const { stage, reviews, consensus, conflicts } = state;
    const own = conflicts[by.id];
    if (stage !== 'in-review') return refuse('not-in-review', { stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (own) return refuse('conflict-of-interest', { nature: own.nature });
    const agreedBy = validReviews(reviews).map(({ reviewer }) => reviewer);
    const awaited = awaitedReviewers(reviews);
    const missing = Math.max(awaited.length, policy.reviewers.perApplication - agreedBy.length);
    if (missing > 0) return refuse('reviews-awaited', { reviewers: awaited, missing });
    if (consensus || !reviewsDiverge(reviews, policy)) return refuse('reviews-agree');
    const { unknown, leftOut } = marksAgainst(data.marks, policy.rubric);
    if (unknown.length > 0) return refuse('criteria-unknown', { criteria: unknown });
    if (leftOut.length > 0) return refuse('criteria-not-scored', { criteria: leftOut });
    return ConsensusRecorded({ agreedBy, ...data });
  },
});
