import { schemaToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { type Actor, Role, ServiceScope } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { authoriser } from '../index.ts';
import { schemaText } from '../policies.ts';
import { type Case, expected, type Place, questionOf, type Relation } from './case.ts';
import { expectations } from './table.ts';

const table = expectations();
const authorise = authoriser();
const kinds = ['organisation', 'programme', 'call', 'sitting', 'project', 'journal'];

const stages = [
  ...(['none', 'case-study', 'draft', 'submitted', 'ineligible', 'in-review', 'selected', 'reserve', 'not-selected', 'refused'] as const),
  ...(['agreement', 'concept', 'pilot', 'institutionalisation', 'suspended', 'closing', 'ended'] as const),
];
const places: readonly Place[] = ['authority', 'programme', 'call', 'elsewhere'];
const rolesHeld: readonly (readonly Role[])[] = [[], ...Role.options.map((role) => [role]), Role.options];
const person: Actor = { kind: 'person', id: 'funder-region' };
const nobodys: Omit<Case, 'action'> = {
  actor: person,
  roles: [],
  place: 'authority',
  relations: [],
  stage: 'in-review',
  published: false,
  funds: true,
  forItself: true,
};
const relationsTo: Readonly<Record<string, readonly (readonly Relation[])[]>> = {
  organisation: [[], ['speaks for it'], ['party'], ['has the code']],
  programme: [[], ['party'], ['has the code']],
  call: [[]],
  sitting: [[], ['convened']],
  project: [
    ...([[], ['own'], ['assigned'], ['assesses'], ['accompanies'], ['signatory'], ['conflict'], ['has the code']] as const),
    ...([['editor'], ['finance'], ['reader'], ['left the team']] as const),
  ],
};
/** Two relations at once, which are asked of those who hold every role and those who hold none. */
const both: readonly (readonly Relation[])[] = [
  ...([
    ['own', 'assigned'],
    ['assigned', 'accompanies'],
    ['own', 'signatory'],
    ['own', 'accompanies'],
    ['assigned', 'released'],
    ['editor', 'assesses'],
    ['left the team', 'assigned'],
  ] as const),
  ...([
    ['conflict', 'assigned'],
    ['conflict', 'own'],
    ['conflict', 'accompanies'],
    ['conflict', 'signatory'],
    ['conflict', 'assesses'],
    ['conflict', 'editor'],
    ['conflict', 'has the code'],
  ] as const),
];

const actionsOn = (kind: string) => [...table.keys()].filter((one) => one.startsWith(`${kind}/`));

function* placedIn(kind: string, roles: readonly Role[]): Generator<Case> {
  const stage = kind === 'project' ? 'pilot' : 'none';
  for (const action of actionsOn(kind))
    for (const place of places) for (const lent of [false, true]) yield { ...nobodys, action, roles, place, stage, lent };
}

function* relatedTo(kind: string, roles: readonly Role[]): Generator<Case> {
  const stage = kind === 'project' ? 'pilot' : 'none';
  for (const action of actionsOn(kind)) {
    for (const relations of relationsTo[kind] ?? []) yield { ...nobodys, action, roles, relations, stage };
    for (const relations of kind === 'project' && roles.length !== 1 ? both : []) yield { ...nobodys, action, roles, relations, stage };
    for (const published of kind === 'call' ? [true, false] : []) yield { ...nobodys, action, roles, published };
  }
}

/** Cases that the policies answer otherwise than the table, told so that somebody can look them up. */
const differing = (cases: Iterable<Case>): readonly string[] =>
  [...cases].flatMap((asked) => {
    const should = expected(table.get(asked.action)!, asked);
    const { allowed, policies } = authorise(questionOf(asked));
    const { action, actor, roles, place, relations, stage, lent } = asked;
    if (allowed === should) return [];
    const who =
      actor.kind === 'person' ? `${roles.length > 1 ? 'every role' : (roles[0] ?? 'no role')} in ${place}${lent ? ', lent' : ''}` : actor.kind;
    return [`${action} by ${who}, being [${relations}], at ${stage}: table says ${should}, policies ${allowed} (${policies})`];
  });

describe('the policies answer as the table of who may does', () => {
  it('which speaks of every action of the schema, and of no other', () => {
    const schema = schemaToJson(schemaText());
    const known = schema.type === 'success' ? Object.keys(schema.json['']?.actions ?? {}) : schema.errors;
    expect([...table.keys()].sort()).toEqual([...known].sort());
  });

  describe.each(rolesHeld.map((roles) => [roles.length > 1 ? 'every role' : (roles[0] ?? 'no role'), roles] as const))('for %s', (_, roles) => {
    it.each(kinds)('on a %s, held in any place or lent there', (kind) => {
      const cases = [...placedIn(kind, roles)];
      expect(cases.length).toBeGreaterThanOrEqual(2 * places.length);
      expect(differing(cases)).toEqual([]);
    });

    it.each(Object.keys(relationsTo))('on a %s, whatever the relation to it', (kind) => {
      const cases = [...relatedTo(kind, roles)];
      expect(cases.length).toBeGreaterThan(10);
      expect(differing(cases)).toEqual([]);
    });

    it('at every stage of a project', () => {
      const cases = actionsOn('project').flatMap((action) => stages.map((stage) => ({ ...nobodys, action, roles, stage })));
      expect(cases.length).toBeGreaterThan(1_500);
      expect(differing(cases)).toEqual([]);
    });
  });

  it('whether or not the funder that somebody speaks for puts money in, and is the one decided for', () => {
    const cases = [...table.keys()].flatMap((action) =>
      [true, false].flatMap((funds) =>
        [true, false].flatMap((forItself) =>
          [['funder'] as const, [], Role.options].map((roles) => ({ ...nobodys, action, roles, funds, forItself })),
        ),
      ),
    );
    expect(differing(cases)).toEqual([]);
  });

  it('for service accounts, by what they were admitted for and what their token asks for', () => {
    const service: Actor = { kind: 'service', id: 'accounting' };
    const sets = [[], ...ServiceScope.options.map((one) => [one]), ServiceScope.options];
    const cases = [...table.keys()].flatMap((action) =>
      sets.flatMap((admitted) => sets.map((scopes) => ({ ...nobodys, action, actor: service, roles: Role.options, admitted, scopes }))),
    );
    expect(cases.length).toBeGreaterThan(5_000);
    expect(differing(cases)).toEqual([]);
  });

  it('for what is not a person', () => {
    const actors: readonly Actor[] = (['process', 'service', 'import'] as const).map((kind) => ({ kind, id: 'somebody' }));
    const cases = [...table.keys()].flatMap((action) => actors.map((actor) => ({ ...nobodys, action, actor, roles: Role.options })));
    expect(differing(cases)).toEqual([]);
  });
});

describe('a conflict of interest', () => {
  it('is stronger than every permission: whatever roles and relations, nothing on the project is allowed', () => {
    const declared = rolesHeld.flatMap((roles) => [...relatedTo('project', roles)]).filter(({ relations }) => relations.includes('conflict'));
    expect(declared.length).toBeGreaterThan(2_000);
    const passing = declared.filter((asked) => authorise(questionOf(asked)).allowed).map(({ action }) => action);
    expect(passing).toEqual([]);
  });
});
