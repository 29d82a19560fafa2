import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { OrganisationRegistered } from '../../organisation/organisation.ts';
import { content } from '../../testing/samples.ts';
import { draftApplication, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { addMember } from './add-member.ts';
import { ApplicationRevised, ApplicationSubmitted } from './application.ts';
import { consortiumFlaw, MemberAdded, MemberRemoved } from './consortium.ts';
import { removeMember } from './remove-member.ts';
import { submitApplication } from './submit-application.ts';

const hanna = by('hanna');
const lead = { member: 'workshops', name: 'Les Ateliers de Nulle-Part', role: 'lead', budget: 9_000_000 } as const;
const partner = { member: 'school', name: 'École des métiers de Nulle-Part', role: 'partner', budget: 3_000_000 } as const;

describe('add-member', () => {
  it('adds an organisation by its name', () => draftApplication.when(addMember, hanna, partner).decides(MemberAdded(partner)));

  it('adds one that is registered by its id, and refuses an id that nobody registered', async () => {
    const registered = draftApplication.andOn(
      'organisation-school',
      OrganisationRegistered({ name: { fr: 'École', en: 'School' }, administrator: 'omar' }),
    );
    const byId = { member: 'school', organisation: 'school', role: 'partner' } as const;
    await registered.when(addMember, hanna, byId).decides(MemberAdded(byId));
    await draftApplication.when(addMember, hanna, byId).refuses('organisation-unknown', { organisation: 'school' });
  });

  it('refuses the same member twice, whatever its role', () =>
    draftApplication
      .and(MemberAdded(partner))
      .when(addMember, hanna, { ...partner, role: 'lead' })
      .refuses('member-already-there', { member: 'school' }));

  it('refuses a second lead, not a second partner', async () => {
    const led = draftApplication.and(MemberAdded(lead));
    await led.when(addMember, hanna, { ...partner, role: 'lead' }).refuses('lead-already-named', { lead: 'workshops' });
    await led
      .and(MemberAdded(partner))
      .when(addMember, hanna, { ...partner, member: 'village' })
      .decides(MemberAdded({ ...partner, member: 'village' }));
  });

  it('refuses the sixty-first', async () => {
    const members = Array.from({ length: 60 }, (_, index) => MemberAdded({ ...partner, member: `village-${index}` }));
    await draftApplication
      .and(...members)
      .when(addMember, hanna, partner)
      .refuses('too-many-members', { most: 60 });
    await draftApplication
      .and(...members.slice(1))
      .when(addMember, hanna, partner)
      .decides(MemberAdded(partner));
  });

  it('is for drafts, while the call takes them', async () => {
    await submitted.when(addMember, hanna, partner).refuses('application-not-draft', { stage: 'submitted' });
    await draftApplication.at('2027-03-13T08:00:00Z').when(addMember, hanna, partner).refuses('call-takes-no-applications');
  });

  it('takes no member without an id or a name, and no field that nobody asked for', () => {
    expect(addMember.data.safeParse({ member: 'school', role: 'partner' }).success).toBe(false);
    expect(addMember.data.safeParse({ ...partner, telephone: '0600000000' }).success).toBe(false);
  });
});

describe('remove-member', () => {
  const together = draftApplication.and(MemberAdded(lead), MemberAdded(partner));

  it('takes a member out and leaves the others', async () => {
    const asked = together.when(removeMember, hanna, { member: 'workshops' });
    await asked.decides(MemberRemoved({ member: 'workshops' }));
    expect((await asked.after()).state(project).consortium).toEqual([partner]);
  });

  it('refuses one that is not there', () =>
    together.when(removeMember, hanna, { member: 'village' }).refuses('member-unknown', { member: 'village' }));

  it('is for drafts, while the call takes them', async () => {
    await submitted.and(MemberAdded(lead)).when(removeMember, hanna, { member: 'workshops' }).refuses('application-not-draft');
    await together.at('2027-03-13T08:00:00Z').when(removeMember, hanna, { member: 'workshops' }).refuses('call-takes-no-applications');
  });
});

describe('a consortium that hands in', () => {
  const complete = draftApplication.and(ApplicationRevised(content));
  const handIn = (...members: readonly Parameters<typeof MemberAdded>[0][]) =>
    complete.and(...members.map((member) => MemberAdded(member))).when(submitApplication, hanna, {});

  it('has a lead, and budgets that add up to the needs', () => handIn(lead, partner).decides(ApplicationSubmitted({ requested: 10_000_000 })));

  it('may leave out the budgets of all', () =>
    handIn({ ...lead, budget: undefined }, { ...partner, budget: undefined }).decides(ApplicationSubmitted({ requested: 10_000_000 })));

  it('refuses without a lead', () => handIn(partner).refuses('consortium-without-lead'));

  it('refuses when only some have a budget, and names the others', () =>
    handIn({ ...lead, budget: 12_000_000 }, { ...partner, budget: undefined }).refuses('member-budgets-missing', { members: ['school'] }));

  it('refuses budgets that are not the needs', () =>
    handIn(lead, { ...partner, budget: 3_000_001 }).refuses('member-budgets-not-the-needs', { budgets: 12_000_001, needs: 12_000_000 }));

  it('applies exactly when the budgets of its members add up', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: -1, max: 1 }), (budgets, off) => {
        const members = budgets.map((budget, index) => ({ member: `m${index}`, name: 'M', role: index === 0 ? 'lead' : 'partner', budget }) as const);
        const needs = budgets.reduce((sum, budget) => sum + budget, 0) + off;
        expect(consortiumFlaw(members, needs)?.refused).toBe(off === 0 ? undefined : 'member-budgets-not-the-needs');
      }),
    ));
});
