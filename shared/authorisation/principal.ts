import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import { AUTHORITY, organisation, programme, type Role, type Roles } from '@jalon/domain';
import type { Question } from './question.ts';
import { stateAs } from './state.ts';

const types = { person: 'Person', process: 'Process', service: 'Service', import: 'Import' } as const;

/** How the ids of persons who speak for a funder begin: `funder-region` represents the funder `region`. */
const FUNDER = 'funder-';

/** Who asks, as Cedar sees them. */
export function principalOf(question: Question): EntityJson {
  const { actor } = question;
  const uid = { type: types[actor.kind], id: actor.id };
  if (actor.kind !== 'person') return { uid, attrs: {}, parents: [] };
  const roles = rolesOf(question);
  const funder = funderOf(actor.id, roles);
  return { uid, attrs: { roles: [...roles], ...(funder !== undefined && { represents: funder }) }, parents: [] };
}

/** The funder that a person with these roles speaks for, if any. */
export function funderOf(person: string, roles: readonly Role[]): string | undefined {
  return roles.includes('funder') && person.startsWith(FUNDER) ? person.slice(FUNDER.length) : undefined;
}

/** The roles of a person on a thing: those held in the authority, and those held in the programme that the thing belongs to. */
export function rolesOf(question: Pick<Question, 'actor' | 'kind' | 'id' | 'state' | 'known'>): readonly Role[] {
  const { id } = question.actor;
  return [...new Set([...heldBy(id, authorityRoles(question)), ...heldBy(id, programmeRoles(question))])];
}

/** Looked up among the record's own members: an id such as `constructor` names a person, not what every object has. */
const heldBy = (person: string, roles: Roles): readonly Role[] => (Object.hasOwn(roles, person) ? (roles[person] ?? []) : []);

type About = Pick<Question, 'kind' | 'id' | 'state' | 'known'>;

function authorityRoles({ kind, id, state, known }: About): Roles {
  if (known.authority) return known.authority.roles;
  return kind === organisation.name && id === AUTHORITY ? stateAs(organisation, state).roles : {};
}

/** What is of the whole tenant is of no programme. */
const ofTheTenant: readonly string[] = [organisation.name, 'journal'];

function programmeRoles({ kind, state, known }: About): Roles {
  if (ofTheTenant.includes(kind)) return {};
  if (known.programme) return known.programme.roles;
  return kind === programme.name ? stateAs(programme, state).roles : {};
}
