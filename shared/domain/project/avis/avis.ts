import { z } from 'zod';
import { PersonId, ThingId } from '../../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { Prose } from '../../kernel/words.ts';

/** What a committee is asked about a project. */
export const Question = z.enum(['selection', 'gate']);
export type Question = z.output<typeof Question>;

/** Its opinion: favorable, favorable avec réserves, ajourné, défavorable (DOMAIN §11). It binds nobody: the authority and the funders decide. */
export const Avis = z.enum(['favourable', 'with-reservations', 'adjourned', 'unfavourable']);
export type Avis = z.output<typeof Avis>;

/** What has to be settled before the agreement, and is lifted by itself. */
export const Reservation = z.strictObject({ reservation: ThingId, text: Prose });
export type Reservation = Readonly<z.output<typeof Reservation>>;

/** The committee's opinion, with the sitting and the item of its agenda where it was voted. */
export const AvisGiven = decision(
  'avis-given',
  1,
  z.strictObject({
    sitting: ThingId,
    item: ThingId,
    question: Question,
    avis: Avis,
    reservations: z.array(Reservation).max(20),
    /** Who voted: what a conflict of interest touches that comes out later. */
    voters: z.array(PersonId).max(100).optional(),
  }),
);

export interface GivenAvis extends Moment {
  readonly sitting: string;
  readonly avis: Avis;
  readonly reservations: readonly Reservation[];
}

/** The last opinion of the committee on each question. */
export const avis = facet({} as Readonly<Partial<Record<Question, GivenAvis>>>, [AvisGiven], {
  'avis-given': (all, { sitting, question, avis: given, reservations }, happened) => ({
    ...all,
    [question]: { ...momentOf(happened), sitting, avis: given, reservations },
  }),
});
