import type { Actor } from '../kernel/actor.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import type { Project } from '../project/project.ts';
import { declineReview } from '../project/review/decline-review.ts';
import { extendReview } from '../project/review/extend-review.ts';
import { recordConsensus } from '../project/review/record-consensus.ts';
import { releaseReviewer } from '../project/review/release-reviewer.ts';
import { replaceReviewer } from '../project/review/replace-reviewer.ts';
import { awaitedReviewers, reviewsDiverge } from '../project/review/reviews-needed.ts';
import { defaultPolicy, marks } from './samples.ts';

interface Asked {
  readonly command: AnyCommand;
  readonly actor: Actor;
  readonly data: unknown;
}

const ADMINISTRATOR = by('administrator');

/** What people would now and then try on the reviews of an application: decline, release, replace, extend, agree. */
export function reviewerMoves({ stage, reviews, consensus }: Project, chance: number): Asked[] {
  if (stage !== 'in-review') return [];
  const [reviewer] = awaitedReviewers(reviews);
  if (!reviewer) {
    if (consensus || !reviewsDiverge(reviews, defaultPolicy)) return [];
    const agreed = marks(3.5).map((mark) => ({ ...mark, reason: 'Read again together.' }));
    return [{ command: recordConsensus, actor: ADMINISTRATOR, data: { marks: agreed, comment: 'Agreed.' } }];
  }
  const reason = 'No answer to two reminders.';
  const later = `2027-${String(5 + (chance % 7)).padStart(2, '0')}-28`;
  switch (chance % 29) {
    case 1:
      return [{ command: declineReview, actor: by(reviewer), data: { nature: 'workload' } }];
    case 2:
      return [{ command: releaseReviewer, actor: ADMINISTRATOR, data: { reviewer, reason } }];
    case 3:
      return [{ command: replaceReviewer, actor: ADMINISTRATOR, data: { reviewer, replacement: 'eve', reason } }];
    case 4:
      return [{ command: extendReview, actor: ADMINISTRATOR, data: { reviewer, dueOn: later, reason } }];
    default:
      return [];
  }
}
