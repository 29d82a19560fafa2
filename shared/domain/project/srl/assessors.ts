import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { decision } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';

export const AssessorNamed = decision('assessor-named', 1, z.strictObject({ assessor: PersonId }));
export const AssessorReleased = decision('assessor-released', 1, z.strictObject({ assessor: PersonId }));

/** Who was named to assess a project under way beside those who reviewed its application; who was released keeps the entry. */
export type Assessors = Readonly<Record<string, 'named' | 'released'>>;

export const assessors = facet({} as Assessors, [AssessorNamed, AssessorReleased], {
  'assessor-named': (all, { assessor }) => ({ ...all, [assessor]: 'named' }),
  'assessor-released': (all, { assessor }) => ({ ...all, [assessor]: 'released' }),
});

/** Who is to assess a project now: whoever was named, or asked to review its application and kept on it, and was not released. */
export function assessorsNow({
  assessors: named,
  reviews,
}: {
  readonly assessors: Assessors;
  readonly reviews: Readonly<Record<string, { readonly assigned?: unknown }>>;
}): string[] {
  const reviewing = Object.keys(reviews).filter((person) => reviews[person]?.assigned !== undefined && named[person] !== 'released');
  return [...new Set([...reviewing, ...Object.keys(named).filter((person) => named[person] === 'named')])];
}
