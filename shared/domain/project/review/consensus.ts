import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';
import { ConflictDeclared, Mark, ReviewSubmitted } from './review.ts';

/** Reviewers who differed widely met, and agreed on one mark for each criterion. Their own reviews stay as they were. */
export const ConsensusRecorded = decision(
  'consensus-recorded',
  1,
  z.strictObject({ agreedBy: z.array(PersonId).min(1).max(9), marks: z.array(Mark).min(1).max(60), comment: Prose }),
);

export interface Consensus extends Moment {
  readonly agreedBy: readonly string[];
  readonly marks: readonly { readonly criterion: string; readonly mark: number }[];
}

/** The consensus in force. It falls when one of those who agreed turns out to be in conflict, or when another review comes in. */
export const consensus = facet(undefined as Consensus | undefined, [ConsensusRecorded, ConflictDeclared, ReviewSubmitted], {
  'consensus-recorded': (_, { agreedBy, marks }, happened) => ({
    ...momentOf(happened),
    agreedBy,
    marks: marks.map(({ criterion, mark }) => ({ criterion, mark })),
  }),
  'conflict-declared': (agreed, { reviewer }) => (agreed?.agreedBy.includes(reviewer) ? undefined : agreed),
  'review-submitted': () => undefined,
});
