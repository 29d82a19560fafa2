import { type Actor, type Organisation, organisation, type Programme, type Project, programme, type Role } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { authoriser, funderOf, type Question } from './index.ts';
import { application, inPilot, publishedCall } from './testing/asking.ts';

const authorise = authoriser();
const person = (id: string): Actor => ({ kind: 'person', id });
const lending = (role: 'committee-chair' | 'administrator' | 'funder', delegator = 'lea', days = { from: '2027-07-12', until: '2027-08-06' }) => ({
  summer: { role, delegator, delegate: 'del', ...days },
});
const authorityOf = (roles: Readonly<Record<string, readonly Role[]>>, more: Partial<Organisation> = {}): Organisation => ({
  ...organisation.initial,
  roles,
  ...more,
});

function on(
  project: Project,
  authority: Organisation,
  action: string,
  { id = 'del', at = '2027-07-20T09:00:00Z', isr = programme.initial } = {},
): Question {
  return {
    tenant: 't',
    actor: person(id),
    action: `project/${action}`,
    kind: 'project',
    id: 'p',
    state: project,
    at,
    data: {},
    known: { authority, programme: isr, call: publishedCall },
  };
}
const may = (...asked: Parameters<typeof on>) => authorise(on(...asked)).allowed;

describe('a role that is lent', () => {
  const chair = authorityOf({ lea: ['committee-chair'] }, { delegations: lending('committee-chair') });

  it('counts from its first day to its last, as days are in the authority', () => {
    const at = (instant: string) => may(inPilot, chair, 'decide-gate', { at: instant });
    expect(['2027-07-11T21:59:59Z', '2027-07-11T22:00:00Z', '2027-08-06T21:59:59Z', '2027-08-06T22:00:00Z'].map(at)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('counts no more once whoever lent it has lost it, or it was ended', () => {
    expect(may(inPilot, authorityOf({ lea: [] }, { delegations: lending('committee-chair') }), 'decide-gate')).toBe(false);
    const ended = { summer: { ...lending('committee-chair').summer, ended: true as const } };
    expect(may(inPilot, authorityOf({ lea: ['committee-chair'] }, { delegations: ended }), 'decide-gate')).toBe(false);
  });

  it('counts for nothing on a project with which whoever lent it has a conflict of interest', () => {
    const conflicted = { ...inPilot, conflicts: { lea: application.conflicts.ren! } };
    expect(may(conflicted, chair, 'decide-gate')).toBe(false);
    expect(may(conflicted, chair, 'read')).toBe(false);
  });

  it('counts for nothing on a project that whoever lent it holds', () => {
    const admin = authorityOf({ hal: ['administrator'] }, { delegations: lending('administrator', 'hal') });
    expect(may(application, admin, 'assess-eligibility')).toBe(false);
    expect(may({ ...application, application: { ...application.application, holder: 'another' } }, admin, 'assess-eligibility')).toBe(true);
  });

  it('makes its bearer speak for the funder of whoever lent it', () => {
    const mandates = { lea: { funder: { funder: 'region' } } };
    const funder = authorityOf({ lea: ['funder'] }, { delegations: lending('funder'), mandates });
    expect(funderOf(on(application, funder, 'read'))).toBe('region');
    expect(funderOf(on(application, funder, 'read', { at: '2027-09-01T09:00:00Z' }))).toBeUndefined();
  });
});

describe('a role with a last day', () => {
  const until = (role: Role, day: string) => authorityOf({ del: [role] }, { mandates: { del: { [role]: { until: day } } } });

  it('counts on that day, and not after it', () => {
    const auditor = until('auditor', '2027-07-20');
    expect(may(application, auditor, 'read')).toBe(true);
    expect(may(application, auditor, 'read', { at: '2027-07-20T22:00:00Z' })).toBe(false);
  });

  it('in a programme counts by the days of that programme', () => {
    const isr: Programme = { ...programme.initial, roles: { del: ['auditor'] }, mandates: { del: { auditor: { until: '2027-07-20' } } } };
    const inReunion = { ...isr, identity: { ...isr.identity, timeZone: 'Indian/Reunion' } };
    const at = '2027-07-20T21:00:00Z';
    expect(may(application, authorityOf({}), 'read', { isr, at })).toBe(true);
    expect(may(application, authorityOf({}), 'read', { isr: inReunion, at })).toBe(false);
  });
});

describe('a funder’s role', () => {
  it('speaks for the funder that it names, whatever the person’s id', () => {
    const named = authorityOf({ 'funder-fse': ['funder'] }, { mandates: { 'funder-fse': { funder: { funder: 'region' } } } });
    expect(funderOf(on(application, named, 'read', { id: 'funder-fse' }))).toBe('region');
    expect(may(application, named, 'read', { id: 'funder-fse' })).toBe(true);
  });
});
