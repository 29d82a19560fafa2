import {
  type Actor,
  type Call,
  call,
  organisation,
  type People,
  type Programme,
  type Project,
  type ProjectStage,
  programme,
  project,
  type Role,
  type ServiceScope,
  sitting,
} from '@jalon/domain';
import type { Question } from '../question.ts';
import type { Expected } from './table.ts';

/** Where a role is held: in the authority, in the programme or the call of the thing, or where it counts for nothing (another programme, another tenant). */
export type Place = 'authority' | 'programme' | 'call' | 'elsewhere';
/** What somebody is to a thing. */
export type Relation =
  | 'own'
  | 'editor'
  | 'finance'
  | 'reader'
  | 'left the team'
  | 'assigned'
  | 'assesses'
  | 'released'
  | 'accompanies'
  | 'signatory'
  | 'conflict'
  | 'convened'
  | 'speaks for it'
  | 'party'
  | 'has the code';

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
  /** Whether the roles were lent by somebody who holds them; those that cannot be lent are then held by nobody. */
  readonly lent?: boolean;
  /** Of a service: what it was admitted for, and what its token asks for. */
  readonly admitted?: readonly ServiceScope[];
  readonly scopes?: readonly ServiceScope[];
}

/** Signed and not ended; while an agreement is suspended nothing goes on. */
const running: readonly ProjectStage[] = ['concept', 'pilot', 'institutionalisation', 'closing'];
const tenantWide = ['organisation', 'journal'];
const ofCalls = ['call', 'project'];
/** The role that is lent where somebody asks to lend one. */
const LENT_ROLE = 'reviewer';
const CODE = 'b1ffe7Zr4jPzGZvtJzV1bQ';
const CODE_HASH = '85144025a4f5adf5b6a8273a9453976a4733739ed1f021db38391755af453470';
const days = { from: '2027-01-01', until: '2027-12-31' };

const isDelegable = (role: Role) => role !== 'project-holder' && role !== 'support';
const heldBy = ({ roles, lent }: Case): readonly Role[] => (lent ? roles.filter(isDelegable) : roles);
const ofTheTeam: readonly Relation[] = ['editor', 'finance', 'reader'];
/** What the words of the column *never* take in. */
const named: Readonly<Record<string, readonly Relation[]>> = { holder: ['own', ...ofTheTeam, 'left the team'], accompanier: ['accompanies'] };

/** What the table says of a case; it knows nothing of policies. */
export function expected({ who, never }: Expected, asked: Case): boolean {
  const { actor, place, stage, published, funds, forItself, lent = false } = asked;
  // Whoever is released is no longer assigned.
  const relations = asked.relations.filter((one) => one !== 'assigned' || !asked.relations.includes('released'));
  const roles = heldBy(asked);
  const kind = kindOf(asked.action);
  if (actor.kind === 'import') return true;
  if (actor.kind !== 'person') {
    const lets = (scope: string | undefined) => [asked.admitted, asked.scopes].every((all) => all?.some((one) => one === scope));
    return who.some((entry) => entry.who === actor.kind && (entry.if === undefined || lets(entry.if)));
  }
  if (kind === 'project' && relations.includes('conflict')) return false;
  if (never.some((relation) => relations.some((one) => named[relation]?.includes(one)))) return false;
  const counts = place === 'authority' || (place === 'programme' && !tenantWide.includes(kind)) || (place === 'call' && ofCalls.includes(kind));
  const holding: Readonly<Record<string, boolean>> = {
    assesses: running.includes(stage) && (relations.includes('assigned') || relations.includes('assesses')),
    team: relations.some((one) => ofTheTeam.includes(one)),
    published,
    'co-funds': funds,
    'for itself': funds && forItself,
    'by right': !lent,
    'holds the role': counts && !lent && roles.includes(LENT_ROLE),
  };
  return who.some(
    (entry) =>
      (entry.who === 'anybody' || (counts && roles.some((role) => role === entry.who))) &&
      (entry.if === undefined || holding[entry.if] === true || relations.includes(entry.if as Relation)),
  );
}

/** The same case, as it is asked of the policies. */
export function questionOf(asked: Case): Question {
  const { action, actor, relations, forItself, funds } = asked;
  const kind = kindOf(action);
  const at = (here: Place) => (asked.place === here ? peopleOf(asked) : {});
  const isProgramme = { ...programme.initial, ...at('programme'), funders: funded(funds) };
  const answered = { ...publishedOrNot(asked), ...at('call') };
  const authority = {
    ...organisation.initial,
    ...at('authority'),
    services: asked.admitted ? { [actor.id]: { scopes: asked.admitted } } : {},
  };
  const states: Readonly<Record<string, unknown>> = {
    organisation: {
      ...organisation.initial,
      roles: relations.includes('speaks for it') ? { [actor.id]: ['administrator'] } : {},
      ...settledOf(asked),
    },
    programme: { ...isProgramme, ...settledOf(asked, isProgramme) },
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
    at: '2027-03-01T09:00:00Z',
    ...(asked.scopes && { scopes: asked.scopes }),
    data: {
      funder: forItself ? FUNDER : 'another',
      role: LENT_ROLE,
      delegation: 'own',
      invitation: 'own',
      code: relations.includes('has the code') ? CODE : 'another',
    },
    known: { authority, ...(kind !== 'programme' && { programme: isProgramme }), ...(kind === 'project' && { call: answered }) },
  };
}

/** Whoever holds the roles of a case: the person themself, or somebody who lends them. */
function peopleOf({ actor, roles, lent }: Case): People {
  if (!lent) return { roles: { [actor.id]: roles }, mandates: {}, delegations: {} };
  const all = roles.flatMap((role) =>
    role === 'project-holder' || role === 'support' ? [] : [{ role, delegator: 'lender', delegate: actor.id, ...days }],
  );
  return { roles: { lender: roles }, mandates: {}, delegations: Object.fromEntries(all.map((one) => [one.role, one])) };
}

/** A delegation that has ended, to or of somebody else unless the case says otherwise; and an invitation. */
function settledOf({ actor, relations }: Case, { delegations = {} }: Partial<People> = {}): Pick<Programme, 'delegations' | 'invitations'> {
  const own = { role: LENT_ROLE, delegator: relations.includes('party') ? actor.id : 'lender', delegate: 'another', ...days, ended: true } as const;
  const invitation = { role: LENT_ROLE, codeHash: CODE_HASH, expiresOn: '2027-04-01', inviter: 'lender' } as const;
  return { delegations: { ...delegations, own }, invitations: { own: invitation } };
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
    assessors: is('assesses') ? { [id]: 'named' } : is('released') ? { [id]: 'released' } : {},
    team: { members: teamOf(id, relations), invitations: { own: { part: 'editor', codeHash: CODE_HASH, expiresOn: '2027-04-01' } } },
    reviews: is('assigned') ? { [id]: { assigned: { ...on, dueOn: '2027-02-10' } } } : {},
    conflicts: is('conflict') ? { [id]: { nature: 'board-member', declared: on, touches: [] } } : {},
    ...(is('signatory') && { drafting: { ...project.initial.drafting, text: agreementTextOf(id) } }),
    ...(is('accompanies') && { support: { ...project.initial.support, accompaniers: { [id]: 'named' as const } } }),
  };
}

function teamOf(id: string, relations: readonly Relation[]): Project['team']['members'] {
  const part = (['editor', 'finance', 'reader'] as const).find((one) => relations.includes(one));
  return part ? { [id]: part } : relations.includes('left the team') ? { [id]: 'left' } : {};
}

const agreementTextOf = (signatory: string) => ({
  parties: [{ party: 'region', name: 'Région', role: 'authority' as const, signatory }],
  plan: [],
  endsOn: '2031-12-31',
  reportingOn: [],
  conditions: [],
  drafted: on,
});
