import { createHash } from 'node:crypto';
import { schemaToJson, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { type Actor, commands, organisation, programme, Role } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { authoriser, PolicyError, readPolicies } from './index.ts';
import { concerns, ownPolicies, schemaText } from './policies.ts';
import { application, asked, inPilot, may, person, toSign } from './testing/asking.ts';

const reads = [
  'organisation/read',
  'organisation/read-people',
  'programme/read',
  'programme/read-people',
  'programme/read-policy-drafts',
  'programme/read-due',
  'programme/read-budget',
  'call/read',
  'call/read-people',
  'call/read-ranking',
  'call/read-questions',
  'call/read-assignments',
  'sitting/read',
  'project/read',
  'project/read-actors',
  'project/read-reviews',
  'project/read-reviewer-proposals',
  'project/read-money',
  'project/read-every-share',
  'project/read-exposure',
  'journal/read',
];
const code = 'b1ffe7Zr4jPzGZvtJzV1bQ';
const invitations = { one: { role: 'reviewer', codeHash: createHash('sha256').update(code).digest('hex'), expiresOn: '2027-04-01', inviter: 'ana' } };
const actions = commands.map(({ kind, name }) => `${kind}/${name}`);

describe('the policies', () => {
  it('are valid against the schema, to the letter', () => {
    const policies = { staticPolicies: Object.fromEntries(ownPolicies().map(({ id, text }) => [id, text])) };
    const answer = validate({ schema: schemaText(), policies, validationSettings: { mode: 'strict' } });
    expect(answer).toMatchObject({ type: 'success', validationErrors: [], validationWarnings: [] });
  });

  it('know every command of the catalogue and every read, and nothing else', () => {
    const schema = schemaToJson(schemaText());
    const known = schema.type === 'success' ? Object.keys(schema.json['']?.actions ?? {}) : schema.errors;
    expect([...known].sort()).toEqual([...actions, ...reads].sort());
  });

  it('speak of every command by name: none is left to a policy for everything', () => {
    const byName = ownPolicies().filter(({ json }) => json.action.op !== 'All');
    expect(actions.filter((action) => !byName.some((policy) => concerns(policy, action)))).toEqual([]);
  });

  it.each(actions)('let somebody %s', (action) => {
    const process: Actor = { kind: 'process', id: 'journeys' };
    const asRole = Role.options.some((role) =>
      ['somebody', 'hal'].some((person) => [application, inPilot].some((state) => may(person, [role], action, ofProject(action, state)))),
    );
    const asReviewer = [application, inPilot].some((state) => may('rea', ['reviewer'], action, ofProject(action, state)));
    const asFunder = may('funder-region', ['funder'], action, { data: { funder: 'region' } });
    const asSignatory = may('sig', [], action, ofProject(action, toSign));
    const asLender = may('rea', ['reviewer'], action, { data: { role: 'reviewer' } });
    const invited = { state: { ...organisation.initial, ...programme.initial, invitations }, data: { invitation: 'one', code } };
    const asInvited = action.endsWith('/accept-invitation') && may('ivy', [], action, invited);
    const joining = { ...application, team: { members: {}, invitations: { one: { ...invitations.one, part: 'reader' } } } };
    const asColleague = action.endsWith('/accept-team-invitation') && may('ivy', [], action, { state: joining, data: invited.data });
    expect([asRole, asReviewer, asFunder, asSignatory, asLender, asInvited, asColleague, asked(process, [], action).allowed]).toContain(true);
  });

  it.each(actions)('let nobody without a role %s', (action) => {
    for (const id of ['somebody', 'hal', 'rea', 'funder-region']) expect(may(id, [], action)).toBe(false);
  });

  it.each([...actions, ...reads])('let no service %s', (action) => {
    expect(asked({ kind: 'service', id: 'service-client' }, ['administrator'], action).allowed).toBe(false);
  });

  it('let an auditor read everything and write nothing', () => {
    expect(reads.filter((action) => !may('aud', ['auditor'], action))).toEqual([]);
    expect(actions.filter((action) => may('aud', ['auditor'], action))).toEqual([]);
  });
});

describe('a policy that cannot be used', () => {
  it('is refused without an id, since a decision could not name it', () => {
    expect(() => readPolicies('permit (principal, action, resource);')).toThrow(/@id/);
  });

  it('is refused without words, since nobody could be told why', () => {
    expect(() => readPolicies('@id("ban") forbid (principal, action, resource);')).toThrow(/"ban" lacks @en/);
  });

  it('is refused where another has its id', () => {
    const twice = readPolicies(`${named('same')} permit (principal, action, resource); ${named('same')} forbid (principal, action, resource);`);
    expect(() => authoriser(twice)).toThrow(/"same"/);
  });

  it('never turns a ban into a permission: what cannot be evaluated stops the judgement', () => {
    const ban = `${named('all')} permit (principal, action, resource); ${named('ban')} forbid (principal, action, resource) when { resource.nowhere };`;
    const authorise = authoriser(readPolicies(ban));
    const question = {
      tenant: 't',
      actor: person('ana'),
      action: 'project/read',
      kind: 'project',
      id: 'p',
      state: application,
      known: {},
      at: '2027-03-01T09:00:00Z',
    };
    expect(() => authorise(question)).toThrow(/"ban"/);
  });

  it('is no reason to judge a thing by the state of another', () => {
    const authorise = authoriser();
    const question = {
      tenant: 't',
      actor: person('ana'),
      action: 'project/read',
      kind: 'project',
      id: 'p',
      state: { roles: {} },
      known: {},
      at: '2027-03-01T09:00:00Z',
    };
    expect(() => authorise(question)).toThrow(PolicyError);
  });
});

const ofProject = (action: string, state: unknown) => (action.startsWith('project/') ? { state } : {});
const named = (id: string) => `@id("${id}") @en("-") @fr("-")`;
