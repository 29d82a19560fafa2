import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../testing/samples.ts';
import { comparePolicies } from './compare-policies.ts';
import { admits } from './policy/confidentiality.ts';
import { Policy } from './policy.ts';
import { policySchema } from './policy-schema.ts';
import { policyWords } from './policy-words.ts';

const form = { type: 'object', properties: { ambition: { type: 'string', title: 'Ambition' } }, required: ['ambition'] } as const;

describe('a policy', () => {
  it('is whole when it says nothing: the defaults of the practice', () =>
    expect(Policy.parse({})).toMatchObject({
      thresholds: { total: 60, blockPercent: 50 },
      committee: { avis: 'optional', quorumPercent: 50, quorumLeast: 3, convocationDays: 10 },
      approvals: { secondFrom: 10_000_000 },
      reporting: { progressEvery: 'P6M', publishedAbove: 2_300_000, publishedWithin: 'P3M', operationsListEvery: 'P4M' },
      languages: ['fr', 'en'],
      calendar: 'none',
    }));

  it('fills a part that says only some of its keys', () =>
    expect(Policy.parse({ committee: { avis: 'required' } }).committee).toEqual({ ...defaultPolicy.committee, avis: 'required' }));

  it.each([
    ['phases that do not share out the whole award', { phaseShares: { concept: 2_000, pilot: 6_000, institutionalisation: 1_000 } }, 'phaseShares'],
    ['payments that do not share out the whole phase', { tranches: { advance: 3_000, instalment: 3_000, balance: 3_000 } }, 'tranches'],
    ['a tie-break by a criterion that nobody marks', { tieBreak: ['charm'] }, 'tieBreak'],
    ['a criterion that is there twice', { rubric: [...defaultPolicy.rubric, defaultPolicy.rubric[0]!] }, 'rubric'],
    ['a threshold that no application can reach', { rubric: [{ criterion: 'novelty', block: 'research', points: 40 }], tieBreak: [] }, 'thresholds'],
    [
      'an SRL review every zero months',
      { srlCadence: { concept: 'P0M', pilot: 'P6M', institutionalisation: 'P1Y', afterReturn: 'P3M' } },
      'srlCadence',
    ],
    [
      'a narrow class of confidentiality that admits whom a wider one does not',
      { confidentiality: { restricted: ['accountant'] } },
      'confidentiality',
    ],
    ['assessors that the programme as a whole shuts out', { confidentiality: { programme: ['administrator'] } }, 'confidentiality'],
    ['a language twice', { languages: ['fr', 'fr'] }, 'languages'],
    ['no language', { languages: [] }, 'languages'],
    ['a form that is no object', { applicationForm: { ...form, type: 'array' } }, 'applicationForm'],
    ['a form that asks for nothing', { applicationForm: { type: 'object', properties: {} } }, 'applicationForm'],
    ['a form that requires what it does not ask for', { applicationForm: { ...form, required: ['ambition', 'toString'] } }, 'applicationForm'],
  ])('does not accept %s', (_, parts, path) => {
    expect(Policy.safeParse(parts).error?.issues.map((issue) => issue.path[0])).toContain(path);
  });

  it('accepts a threshold that takes every point, and a form of its own', () => {
    expect(Policy.safeParse({ thresholds: { total: 100, blockPercent: 100 } }).success).toBe(true);
    expect(Policy.parse({ applicationForm: form }).applicationForm).toEqual(form);
    expect(Policy.safeParse({ applicationForm: { type: 'object', properties: form.properties } }).success).toBe(true);
  });
});

describe('the classes of confidentiality', () => {
  it.each([
    ['public', [], true],
    ['programme', ['project-holder'], true],
    ['programme', [], false],
    ['assessors', ['reviewer'], true],
    ['assessors', ['project-holder'], false],
    ['restricted', ['project-holder', 'auditor'], true],
    ['restricted', ['reviewer'], false],
  ] as const)('%s, for somebody who is %s: %s', (to, roles, seen) => expect(admits(defaultPolicy, to, roles)).toBe(seen));

  it('are the policy’s to change', () => {
    const open = Policy.parse({ confidentiality: { assessors: ['accountant', 'administrator', 'auditor'] } });
    expect(admits(open, 'assessors', ['accountant'])).toBe(true);
    expect(admits(open, 'assessors', ['reviewer'])).toBe(false);
  });
});

describe('the published schema of a policy', () => {
  const parts = Object.keys(Policy.shape);

  it.each(['en', 'fr'] as const)('explains every part in words (%s)', (language) => {
    const { properties } = policySchema(language) as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties).sort()).toEqual([...parts].sort());
    expect(parts.filter((part) => !properties[part]?.description)).toEqual([]);
  });

  it('has words for no part that there is not', () => expect(Object.keys(policyWords).filter((part) => !parts.includes(part))).toEqual([]));

  it('asks for nothing: every part can be left out, and what is unknown is not accepted', () => {
    expect(policySchema()).toMatchObject({ type: 'object', additionalProperties: false, title: 'Policy of a programme' });
    expect(policySchema()).not.toHaveProperty('required');
    expect(policySchema('fr').title).toBe('Règlement du programme');
  });

  it('tells defaults', () =>
    expect(policySchema()).toMatchObject({ properties: { envelopeReserve: { default: 500, type: 'integer', maximum: 10_000 } } }));
});

describe('two policies, compared', () => {
  const compared = (after: object, before: object = {}) => comparePolicies(Policy.parse(before), Policy.parse(after));
  const rubric = defaultPolicy.rubric;

  it('do not differ where they say the same', () => {
    expect(compared({})).toEqual([]);
    expect(compared({ reminders: [30, 15, 3], applicationForm: form }, { applicationForm: { ...form, properties: { ...form.properties } } })).toEqual(
      [],
    );
  });

  it('differ in each value that differs', () =>
    expect(compared({ envelopeReserve: 0, committee: { quorumLeast: 5, convocationDays: 15 } })).toEqual([
      { path: ['envelopeReserve'], before: 500, after: 0 },
      { path: ['committee', 'quorumLeast'], before: 3, after: 5 },
      { path: ['committee', 'convocationDays'], before: 10, after: 15 },
    ]));

  it('compare a list as a whole', () => {
    expect(compared({ reminders: [30, 15] })).toEqual([{ path: ['reminders'], before: [30, 15, 3], after: [30, 15] }]);
    expect(compared({ reminders: [30, 3, 15] })).toEqual([{ path: ['reminders'], before: [30, 15, 3], after: [30, 3, 15] }]);
  });

  it('name a criterion of the rubric; the order in which criteria stand is no difference', () => {
    expect(compared({ rubric: rubric.toReversed() })).toEqual([]);
    const heavier = rubric.map((one) => (one.criterion === 'novelty' ? { ...one, points: 9 } : one));
    expect(compared({ rubric: heavier })).toEqual([{ path: ['rubric', 'novelty', 'points'], before: 6, after: 9 }]);
    const { criterion: _, ...team } = rubric.find(({ criterion }) => criterion === 'team')!;
    expect(compared({ rubric: rubric.filter(({ criterion }) => criterion !== 'team') })).toEqual([{ path: ['rubric', 'team'], before: team }]);
  });

  it('say what only one of them has', () => {
    expect(compared({ applicationForm: form })).toEqual([{ path: ['applicationForm'], after: form }]);
    expect(compared({}, { applicationForm: form })).toEqual([{ path: ['applicationForm'], before: form }]);
    expect(compared({ applicationForm: { ...form, required: [] } }, { applicationForm: form })).toEqual([
      { path: ['applicationForm', 'required'], before: ['ambition'], after: [] },
    ]);
  });

  it('look into lists of objects', () => {
    const [first, second] = defaultPolicy.payments.flatRates;
    const changed = { payments: { flatRates: [first!, { ...second!, rate: 3_900 }] } };
    expect(compared(changed)).toEqual([
      { path: ['payments', 'flatRates'], before: defaultPolicy.payments.flatRates, after: changed.payments.flatRates },
    ]);
    expect(compared({ payments: { flatRates: defaultPolicy.payments.flatRates.map((rate) => ({ ...rate })) } })).toEqual([]);
  });
});
