import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { Attachment } from '../kernel/attachment.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { personal } from '../kernel/personal.ts';
import { Day } from '../kernel/time.ts';
import { Title } from '../kernel/words.ts';

/** A person’s power to sign for the organisation: as its legal representative, or by delegation (pouvoir). Both days are included. */
export const Mandate = z.strictObject({
  person: PersonId,
  /** As it stands under what they sign. */
  name: personal(Title, { person: 'person' }).optional(),
  contact: z
    .strictObject({
      email: personal(z.email(), { person: 'person', surplus: true }).optional(),
      phone: personal(z.string().regex(/^\+?[\d ().-]{6,30}$/, 'a telephone number'), { person: 'person', surplus: true }).optional(),
    })
    .optional(),
  power: z.enum(['legal', 'delegated']),
  from: Day,
  until: Day.optional(),
  /** The minutes of the election or the delegation. */
  evidence: Attachment.optional(),
});
export type Mandate = Readonly<z.output<typeof Mandate>>;

export const SignatoryNamed = decision('signatory-named', 1, Mandate);
export const SignatoryEnded = decision('signatory-ended', 1, z.strictObject({ person: PersonId, until: Day }));

const lasts = ({ from, until }: Mandate, on: string): boolean => from <= on && (until === undefined || on <= until);

/** Every mandate, in the order in which they were given. */
export const signatories = facet([] as readonly Mandate[], [SignatoryNamed, SignatoryEnded], {
  'signatory-named': (all, mandate) => [...all, mandate],
  'signatory-ended': (all, { person, until }) =>
    all.map((mandate) => (mandate.person === person && lasts(mandate, until) ? { ...mandate, until } : mandate)),
});

/** Whether a person may sign for the organisation on a day. */
export const maySign = (all: readonly Mandate[], person: string, on: string): boolean =>
  all.some((mandate) => mandate.person === person && lasts(mandate, on));

/** Whether a person has a mandate that shares a day with this one. */
export const overlaps = (all: readonly Mandate[], { person, from, until }: Mandate): boolean =>
  all.some((other) => other.person === person && (until === undefined || other.from <= until) && (other.until === undefined || from <= other.until));
