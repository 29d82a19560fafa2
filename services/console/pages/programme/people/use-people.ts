import { useMemo } from 'react';
import { type Answer, useNeeded, useRead } from '../../../api/read.ts';

type People = Answer<'/v1/programmes/{id}/people'>;
export type Held = People['roles'][number];

/** Somebody with what they hold: in the whole authority, in this programme, and what they know. */
export interface Person {
  readonly person: string;
  readonly everywhere: readonly Held[];
  readonly here: readonly Held[];
  readonly topics: readonly string[];
}

/** Everybody with a role in the programme or, for those who may know, in the authority. */
export function usePeople(programme: string): People & { readonly everybody: readonly Person[] } {
  const people = useNeeded('/v1/programmes/{id}/people', { path: { id: programme } });
  const { expertise = {} } = useNeeded('/v1/programmes/{id}', { path: { id: programme } });
  const authority = useRead('/v1/organisations/{id}/people', { path: { id: 'authority' } }).data?.roles;
  const everybody = useMemo(() => {
    const of = (held: readonly Held[], person: string) => held.filter((one) => one.person === person);
    const everywhere = authority ?? [];
    const persons = [...new Set([...everywhere, ...people.roles].map(({ person }) => person))].sort();
    return persons.map((person) => ({ person, everywhere: of(everywhere, person), here: of(people.roles, person), topics: expertise[person] ?? [] }));
  }, [people, authority, expertise]);
  return { ...people, everybody };
}
