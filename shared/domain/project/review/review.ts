import { z } from 'zod';
import { When } from '../../call/hours.ts';
import { PersonId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Instant } from '../../kernel/time.ts';
import { Prose } from '../../kernel/words.ts';

/** A mark for one criterion of the rubric, 0 to 5 by half points, with reasons. */
export const Mark = z.strictObject({
  criterion: z.string().min(1).max(60),
  mark: z.number().min(0).max(5).multipleOf(0.5),
  reason: Prose,
});
export type Mark = Readonly<z.output<typeof Mark>>;

/** What ties a person to the applicant; a category only, since words would tell of persons. */
export const ConflictNature = z.enum(['employment', 'board-member', 'family', 'financial', 'competing-project', 'other']);
export type ConflictNature = z.output<typeof ConflictNature>;

/** Why a reviewer says no: too much to do, another field, or a tie to the applicant. */
export const DeclineNature = z.enum(['workload', 'expertise', 'conflict']);

export const Opinion = z.enum(['favourable', 'with-reservations', 'unfavourable']);

/** A decision that a person took part in: its id in the log, its type, and when it took effect. */
export const Partaking = z.strictObject({ decision: z.string().min(1).max(300), type: z.string().min(1).max(100), at: Instant });
export type Partaking = Readonly<z.output<typeof Partaking>>;

/** Shape 2 also takes an exact instant for the date; the days of shape 1 are among its values. */
export const ReviewerAssigned = decision('reviewer-assigned', 2, z.strictObject({ reviewer: PersonId, dueOn: When }), {
  1: (older: unknown) => older,
});
export const ReviewDeclined = decision('review-declined', 1, z.strictObject({ reviewer: PersonId, nature: DeclineNature }));
export const ReviewerReleased = decision('reviewer-released', 1, z.strictObject({ reviewer: PersonId, reason: Prose }));
export const ReviewExtended = decision('review-extended', 1, z.strictObject({ reviewer: PersonId, dueOn: When, reason: Prose }));
/** `touches` lists what the person had taken part in by then; `reopens` says what has to be looked at again, where the declaration came late. */
export const ConflictDeclared = decision(
  'conflict-declared',
  1,
  z.strictObject({
    reviewer: PersonId,
    nature: ConflictNature,
    touches: z.array(Partaking).optional(),
    reopens: z.enum(['review', 'selection']).optional(),
  }),
);
export const ReviewSubmitted = decision(
  'review-submitted',
  1,
  z.strictObject({ reviewer: PersonId, marks: z.array(Mark).min(1).max(60), opinion: Opinion, comment: Prose }),
);

/** What one reviewer has to do with an application. */
export interface Review {
  readonly assigned?: Moment & { readonly dueOn: string };
  /** True once the reviewer declined, or was released: somebody else is needed. */
  readonly left?: true;
  readonly conflict?: ConflictNature;
  readonly submitted?: Moment;
  readonly marks?: readonly { readonly criterion: string; readonly mark: number }[];
}

/** Reviews of one application, by reviewer. */
export type Reviews = Readonly<Record<string, Review>>;

const types = [ReviewerAssigned, ReviewDeclined, ReviewerReleased, ReviewExtended, ConflictDeclared, ReviewSubmitted] as const;

/** The reviews, with somebody's part in them ended. */
function leaving(all: Reviews, reviewer: string): Reviews {
  const { assigned: _, ...rest } = all[reviewer] ?? {};
  return { ...all, [reviewer]: { ...rest, left: true } };
}

export const reviews = facet({} as Reviews, types, {
  'reviewer-assigned': (all, { reviewer, dueOn }, happened) => ({
    ...all,
    [reviewer]: { ...all[reviewer], assigned: { ...momentOf(happened), dueOn } },
  }),
  'review-declined': (all, { reviewer }) => leaving(all, reviewer),
  'reviewer-released': (all, { reviewer }) => leaving(all, reviewer),
  'review-extended': (all, { reviewer, dueOn }, happened) => ({
    ...all,
    [reviewer]: { ...all[reviewer], assigned: { ...momentOf(happened), dueOn } },
  }),
  'conflict-declared': (all, { reviewer, nature }) => ({ ...all, [reviewer]: { ...all[reviewer], conflict: nature } }),
  'review-submitted': (all, { reviewer, marks }, happened) => ({
    ...all,
    [reviewer]: { ...all[reviewer], submitted: momentOf(happened), marks: marks.map(({ criterion, mark }) => ({ criterion, mark })) },
  }),
});
