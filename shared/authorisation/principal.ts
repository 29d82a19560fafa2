import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import { authorityDay, isHolder, ownRolesOn, project, type Role, representedOn, rolesOn, scopesOn } from '@jalon/domain';
import { placesOf } from './places.ts';
import type { Question } from './question.ts';
import { stateAs } from './state.ts';

const types = { person: 'Person', process: 'Process', service: 'Service', import: 'Import' } as const;

/** How the ids begin of persons who speak for a funder where their role does not say for which: `funder-region` represents the funder `region`. */
const FUNDER = 'funder-';

/** What of a question says who asks. */
export type Asker = Pick<Question, 'actor' | 'kind' | 'id' | 'state' | 'known' | 'at'>;

/** Who asks, as Cedar sees them. */
export function principalOf(question: Question): EntityJson {
  const { actor } = question;
  const uid = { type: types[actor.kind], id: actor.id };
  if (actor.kind === 'service') return { uid, attrs: { scopes: scopesOf(question) }, parents: [] };
  if (actor.kind !== 'person') return { uid, attrs: {}, parents: [] };
  const funder = funderOf(question);
  const attrs = { roles: [...rolesOf(question)], ownRoles: [...ownRolesOf(question)], ...(funder !== undefined && { represents: funder }) };
  return { uid, attrs, parents: [] };
}

/** The funder that a person speaks for on a thing, if any: the one that their role names, or their id. */
export function funderOf(question: Asker): string | undefined {
  if (!rolesOf(question).includes('funder')) return undefined;
  const { id } = question.actor;
  const [named] = placesOf(question).flatMap(({ people, day }) => representedOn(people, id, day) ?? []);
  return named ?? (id.startsWith(FUNDER) ? id.slice(FUNDER.length) : undefined);
}

/**
 * The roles of a person on a thing: those held in the authority, in the programme and in the call that the thing belongs to, by their own right or lent to them. On
 * a project nothing counts that is lent by whoever holds it or has a conflict of interest with it.
 */
export function rolesOf(question: Asker): readonly Role[] {
  const { id } = question.actor;
  const barred = barredFrom(question);
  return [...new Set(placesOf(question).flatMap(({ people, day }) => rolesOn(people, id, day, barred)))];
}

/** The same, without what is lent to them. */
export function ownRolesOf(question: Asker): readonly Role[] {
  const { id } = question.actor;
  return [...new Set(placesOf(question).flatMap(({ people, day }) => ownRolesOn(people, id, day)))];
}

/** What a service is let do: what it was admitted for, as far as its token asks for it. */
function scopesOf({ actor, known, scopes = [], at }: Question): string[] {
  return known.authority ? scopesOn(known.authority.services, actor.id, authorityDay(at)).filter((one) => scopes.includes(one)) : [];
}

function barredFrom({ kind, state }: Asker): (delegator: string) => boolean {
  if (kind !== project.name) return () => false;
  const judged = stateAs(project, state);
  return (delegator) => Object.hasOwn(judged.conflicts, delegator) || isHolder(judged, { kind: 'person', id: delegator });
}
