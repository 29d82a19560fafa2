import {
  type Actor,
  type Call,
  call,
  organisation,
  type Programme,
  type Project,
  type ProjectStage,
  programme,
  project,
  type Role,
  type Roles,
  sitting,
} from '@jalon/domain';
import type { Question } from '../question.ts';
import type { Expected } from './table.ts';

/** Where a role is held: in the authority, in the programme of the thing, or where it counts for nothing (another programme, another tenant). */
export type Place = 'authority' | 'programme' | 'elsewhere';
/** What somebody is to a thing. */
export type Relation = 'own' | 'assigned' | 'accompanies' | 'signatory' | 'conflict' | 'convened' | 'speaks for it';

/** One case of the matrix. */
export interface Case {
  readonly action: string;
  readonly actor: Actor;
  readonly roles: readonly Role[];
  readonly place: Place;
  readonly relations: readonly Relation[];
  readonly stage: ProjectStage;
  readonly published: boolean;
  /** Whether the funder that the person speaks for puts money in, and whether it is the one decided for. */
  readonly funds: boolean;
  readonly forItself: boolean;
}

/** Signed and not ended; while an agreement is suspended nothing goes on. */
const running: readonly ProjectStage[] = ['concept', 'pilot', 'institutionalisation', 'closing'];
const tenantWide = ['organisation', 'journal'];
const named: Readonly<Record<string, Relation>> = { holder: 'own', accompanier: 'accompanies' };

/** What the table says of a case; it knows nothing of policies. */
export function expected({ who, never }: Expected, asked: Case): boolean {
  const { actor, roles, place, relations, stage, published, funds, forItself } = asked;
  const kind = kindOf(asked.action);
  if (actor.kind === 'import') return true;
  if (actor.kind !== 'person') return who.some((entry) => entry.who === actor.kind);
  if (kind === 'project' && relations.includes('conflict')) return false;
  if (never.some((relation) => relations.includes(named[relation]!))) return false;
  const counts = place === 'authority' || (place === 'programme' && !tenantWide.includes(kind));
  const holding: Readonly<Record<string, boolean>> = {
    'under way': running.includes(stage),
    published,
    'co-funds': funds,
    'for itself': funds && forItself,
  };
  return who.some(
    (entry) =>
      (entry.who === 'anybody' || (counts && roles.some((role) => role === entry.who))) &&
      (entry.if === undefined || holding[entry.if] === true || relations.includes(entry.if as Relation)),
  );
}

/** The same case, as it is asked of the policies. */
export function questionOf(asked: Case): Question {
  const { action, actor, roles, place, relations, forItself, funds } = asked;
  const kind = kindOf(action);
  const at = (here: Place): Roles => (place === here ? { [actor.id]: roles } : {});
  const isProgramme = { ...programme.initial, roles: at('programme'), funders: funded(funds) };
  const answered = publishedOrNot(asked);
  const states: Readonly<Record<string, unknown>> = {
    organisation: { ...organisation.initial, roles: relations.includes('speaks for it') ? { [actor.id]: ['administrator'] } : {} },
    programme: isProgramme,
    call: answered,
    sitting: convenedOrNot(asked),
    project: projectOf(asked),
    journal: {},
  };
  return {
    tenant: 'here',
    actor,
    action,
    kind,
    id: kind === 'organisation' ? 'ateliers' : 'thing',
    state: states[kind],
    data: { funder: forItself ? FUNDER : 'another' },
    known: { authority: { ...organisation.initial, roles: at('authority') }, programme: isProgramme, ...(kind === 'project' && { call: answered }) },
  };
}

/** The funder that `funder-region` speaks for. */
const FUNDER = 'region';
const kindOf = (action: string) => action.split('/')[0] ?? '';
const on = { at: '2027-01-10T09:00:00Z', id: 'd-1' };
const funded = (funds: boolean): Programme['funders'] =>
  funds ? { [FUNDER]: { funder: FUNDER, notify: {}, name: { fr: 'Région', en: 'Region' }, kind: 'region' } } : {};

function publishedOrNot({ published, funds }: Case): Call {
  const envelope = [{ funder: funds ? FUNDER : 'another', amount: 10_000_000 }];
  return { ...call.initial, stage: published ? 'published' : 'draft', terms: { ...call.initial.terms, programme: 'isr', envelope } };
}

function convenedOrNot({ actor, relations }: Case) {
  const members = relations.includes('convened') ? { [actor.id]: 'deliberative' as const } : {};
  return { ...sitting.initial, convocation: { ...sitting.initial.convocation, programme: 'isr', members } };
}

function projectOf({ actor: { id }, relations, stage }: Case): Project {
  const is = (relation: Relation) => relations.includes(relation);
  return {
    ...project.initial,
    stage,
    application: { ...project.initial.application, call: 'spring', holder: is('own') ? id : 'somebody-else' },
    reviews: is('assigned') ? { [id]: { assigned: { ...on, dueOn: '2027-02-10' } } } : {},
    conflicts: is('conflict') ? { [id]: { nature: 'board-member', declared: on, touches: [] } } : {},
    ...(is('signatory') && { drafting: { ...project.initial.drafting, text: agreementTextOf(id) } }),
    ...(is('accompanies') && { support: { ...project.initial.support, accompaniers: { [id]: 'named' as const } } }),
  };
}

const agreementTextOf = (signatory: string) => ({
  parties: [{ party: 'region', name: 'Région', role: 'authority' as const, signatory }],
  plan: [],
  endsOn: '2031-12-31',
  reportingOn: [],
  conditions: [],
  drafted: on,
});
