import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Day } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';

/** A mark for one criterion of the rubric, 0 to 5 by half points, with reasons. */
export const Mark = z.strictObject({
  criterion: z.string().min(1).max(60),
  mark: z.number().min(0).max(5).multipleOf(0.5),
  reason: Prose,
});
export type Mark = Readonly<z.output<typeof Mark>>;

/** What ties a reviewer to the applicant; a category only, since words would tell of persons. */
export const ConflictNature = z.enum(['employment', 'board-member', 'family', 'financial', 'competing-project', 'other']);
export type ConflictNature = z.output<typeof ConflictNature>;

export const Opinion = z.enum(['favourable', 'with-reservations', 'unfavourable']);

export const ReviewerAssigned = decision('reviewer-assigned', 1, z.strictObject({ reviewer: PersonId, dueOn: Day }));
export const ConflictDeclared = decision('conflict-declared', 1, z.strictObject({ reviewer: PersonId, nature: ConflictNature }));
export const ReviewSubmitted = decision(
  'review-submitted',
  1,
  z.strictObject({ reviewer: PersonId, marks: z.array(Mark).min(1).max(60), opinion: Opinion, comment: Prose }),
);

/** What one reviewer has to do with an application. */
export interface Review {
  readonly assigned?: Moment & { readonly dueOn: string };
  readonly conflict?: ConflictNature;
  readonly marks?: readonly { readonly criterion: string; readonly mark: number }[];
}

/** Reviews of one application, by reviewer. */
export type Reviews = Readonly<Record<string, Review>>;

export const reviews = facet({} as Reviews, [ReviewerAssigned, ConflictDeclared, ReviewSubmitted], {
  'reviewer-assigned': (all, { reviewer, dueOn }, happened) => ({
    ...all,
    [reviewer]: { ...all[reviewer], assigned: { ...momentOf(happened), dueOn } },
  }),
  'conflict-declared': (all, { reviewer, nature }) => ({ ...all, [reviewer]: { ...all[reviewer], conflict: nature } }),
  'review-submitted': (all, { reviewer, marks }) => ({
    ...all,
    [reviewer]: { ...all[reviewer], marks: marks.map(({ criterion, mark }) => ({ criterion, mark })) },
  }),
});
