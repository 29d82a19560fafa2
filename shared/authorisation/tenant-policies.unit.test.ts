import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { authoriser, explaining, ownPolicies, readTenantPolicies } from './index.ts';
import { type Case, questionOf } from './matrix/case.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-policies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = '@en("Here funders do not read exposure.") @fr("Ici, les financeurs ne lisent pas l’exposition.")';
const scope = 'principal is Person, action == Action::"project/read-exposure", resource is Project';
const ban = `@id("no-exposure-for-funders") ${words} forbid (${scope}) when { principal has represents };`;

function policiesOf(cedar: string, tenant = 'north') {
  const own = mkdtempSync(join(folder, 'one-'));
  mkdirSync(join(own, tenant));
  writeFileSync(join(own, tenant, 'more.cedar'), cedar);
  return readTenantPolicies(own);
}

const asked: Case = {
  action: 'project/read-exposure',
  actor: { kind: 'person', id: 'funder-region' },
  roles: ['funder'],
  place: 'authority',
  relations: [],
  stage: 'pilot',
  published: true,
  funds: true,
  forItself: true,
};

describe('a policy that a tenant adds', () => {
  it('forbids in that tenant what Jalon permits, and nothing elsewhere', () => {
    const authorise = authoriser(ownPolicies(), policiesOf(ban));
    const question = questionOf(asked);
    expect(authorise({ ...question, tenant: 'north' })).toEqual({ allowed: false, policies: ['no-exposure-for-funders'] });
    expect(authorise({ ...question, tenant: 'south' })).toMatchObject({ allowed: true });
    expect(authorise({ ...questionOf({ ...asked, roles: ['auditor'] }), tenant: 'north' })).toMatchObject({ allowed: true });
  });

  it('tells in its own words why', () => {
    const explain = explaining(ownPolicies(), policiesOf(ban));
    const verdict = { allowed: false, policies: ['no-exposure-for-funders'] };
    expect(explain({ tenant: 'north', action: asked.action }, verdict)).toMatchObject({
      decided: [{ policy: 'no-exposure-for-funders', says: { en: 'Here funders do not read exposure.' } }],
      wouldTake: [],
    });
  });

  it.each([
    ['permits', ban.replace('forbid', 'permit'), /can only narrow/],
    ['is on the process as well', ban.replace('principal is Person', 'principal'), /persons alone/],
    ['is on an import', ban.replace('principal is Person', 'principal is Import'), /persons alone/],
    ['has the id of one of ours', ban.replace('no-exposure-for-funders', 'conflict-of-interest-bars'), /another policy has/],
    ['is there twice', ban + ban, /another policy has/],
    [
      'speaks of what nobody knows',
      ban.replace('represents', 'shoe_size').replace('has shoe_size', 'has represents && principal.shoe_size > 4'),
      /schema/,
    ],
    ['speaks of no command', ban.replace('project/read-exposure', 'project/abolish'), /schema/],
    ['has no words', ban.replace(words, ''), /lacks @en/],
    ['does not parse', 'forbid forbid', /does not parse/],
  ])('is refused where it %s', (_, cedar, why) => expect(() => policiesOf(cedar)).toThrow(why));

  it('is refused in a folder that names no tenant, or that is not there', () => {
    expect(() => policiesOf(ban, 'Not A Tenant')).toThrow(/names no tenant/);
    expect(() => readTenantPolicies(join(folder, 'nowhere'))).toThrow(/JALON_POLICIES_FOLDER/);
  });
});
