import { type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { OutcomeCorrected } from '../appeal/appeal.ts';
import { DeclaredEligible } from '../application/application.ts';
import { ConflictDeclared, ReviewDeclined, ReviewerReleased, ReviewSubmitted } from './review.ts';

/** Since when an application lacks reviewers: since it came into review, since one was lost, or since a review was submitted that differs widely. */
export interface Staffing {
  readonly began?: Moment;
  readonly lost?: Moment;
  readonly submitted?: Moment;
}

const types = [DeclaredEligible, OutcomeCorrected, ReviewDeclined, ReviewerReleased, ConflictDeclared, ReviewSubmitted] as const;

export const staffing = facet({} as Staffing, types, {
  'declared-eligible': (all, _, happened) => ({ ...all, began: momentOf(happened) }),
  'outcome-corrected': (all, { to, from }, { id }) => (to === 'eligible' ? { ...all, began: { at: from, id } } : all),
  'review-declined': (all, _, happened) => ({ ...all, lost: momentOf(happened) }),
  'reviewer-released': (all, _, happened) => ({ ...all, lost: momentOf(happened) }),
  'conflict-declared': (all, _, happened) => ({ ...all, lost: momentOf(happened) }),
  'review-submitted': (all, _, happened) => ({ ...all, submitted: momentOf(happened) }),
});
