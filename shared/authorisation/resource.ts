import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import {
  AUTHORITY,
  accompaniersNow,
  assessorsNow,
  authorityDay,
  call,
  isRunning,
  organisation,
  partOf,
  programme,
  project,
  rolesOn,
  sitting,
} from '@jalon/domain';
import { PolicyError } from './policies.ts';
import type { Question } from './question.ts';
import { stateAs } from './state.ts';

type Attributes = EntityJson['attrs'];

/** What policies may know of each kind of thing: see `jalon.cedarschema`. */
const described: Readonly<Record<string, { readonly type: string; readonly attributes: (question: Question) => Attributes }>> = {
  organisation: { type: 'Organisation', attributes: organisationAttributes },
  programme: { type: 'Programme', attributes: ({ state }) => ({ funders: Object.keys(stateAs(programme, state).funders) }) },
  call: { type: 'Call', attributes: callAttributes },
  project: { type: 'Project', attributes: projectAttributes },
  sitting: { type: 'Sitting', attributes: ({ state }) => ({ members: Object.keys(stateAs(sitting, state).convocation.members).map(person) }) },
  journal: { type: 'Journal', attributes: () => ({}) },
};

function organisationAttributes({ id, state, at }: Question): Attributes {
  const people = stateAs(organisation, state);
  const all = new Set([...Object.keys(people.roles), ...Object.values(people.delegations).map(({ delegate }) => delegate)]);
  const administrators = [...all].filter((one) => rolesOn(people, one, authorityDay(at)).includes('administrator'));
  return { administrators: id === AUTHORITY ? [] : administrators.map(person) };
}

function callAttributes({ state }: Question): Attributes {
  const { terms, stage } = stateAs(call, state);
  return { funders: terms.envelope.map(({ funder }) => funder), published: stage !== 'none' && stage !== 'draft' };
}

function projectAttributes({ state, known }: Question): Attributes {
  const judged = stateAs(project, state);
  const { agreement, drafting, application, assessors, conflicts, reviews, stage, support, team } = judged;
  const members = Object.keys(team.members);
  const entries = Object.entries(reviews);
  const funders = known.call?.terms.envelope.map(({ funder }) => funder) ?? Object.keys(known.programme?.funders ?? {});
  return {
    ...(application.holder === '' ? {} : { holder: person(application.holder) }),
    reviewers: entries.filter(([id, { assigned }]) => assigned && assessors[id] !== 'released').map(([id]) => person(id)),
    assessors: assessorsNow(judged).map(person),
    insiders: members.map(person),
    team: members.filter((one) => partOf(team, one)).map(person),
    editors: members.filter((one) => partOf(team, one) === 'editor').map(person),
    finance: members.filter((one) => partOf(team, one) === 'finance').map(person),
    conflicted: Object.keys(conflicts).map(person),
    signatories: [...(drafting.text?.parties ?? []), ...(agreement?.organisations ?? [])].map(({ signatory }) => person(signatory)),
    accompaniers: accompaniersNow(support).map(person),
    funders,
    underWay: isRunning(stage),
  };
}

const person = (id: string) => ({ __entity: { type: 'Person', id } });

/**
 * The thing, as Cedar sees it.
 * @throws {PolicyError} for a kind that policies cannot speak of
 */
export function resourceOf(question: Question): EntityJson {
  const description = described[question.kind];
  if (!description) throw new PolicyError(`Policies cannot speak of a ${question.kind}: describe it in resource.ts and in jalon.cedarschema.`);
  return { uid: { type: description.type, id: question.id }, attrs: description.attributes(question), parents: [] };
}
