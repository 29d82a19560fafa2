import { z } from 'zod';
import { PersonId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';

/** What a reviewer knows, or what an application is about, in one word such as `food` or `legal-form`. */
export const Topic = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a topic is 2 to 40 lower-case letters, digits and hyphens, such as legal-form');

export const ExpertiseDeclared = decision('expertise-declared', 1, z.strictObject({ person: PersonId, topics: z.array(Topic).max(40) }));

/** What each reviewer of the programme knows, as they said last: by person. */
export type Expertise = Readonly<Record<string, readonly string[]>>;

export const expertise = facet({} as Expertise, [ExpertiseDeclared], {
  'expertise-declared': (all, { person, topics }) => ({ ...all, [person]: topics }),
});
