import { describe, expect, it } from 'vitest';
import { by } from '../kernel/testing/given-when-then.ts';
import { acceptInvitation } from '../organisation/accept-invitation.ts';
import { delegateRole } from '../organisation/delegate-role.ts';
import { endDelegation } from '../organisation/end-delegation.ts';
import { grantRole } from '../organisation/grant-role.ts';
import { invitePerson } from '../organisation/invite-person.ts';
import { organisation } from '../organisation/organisation.ts';
import { revokeRole } from '../organisation/revoke-role.ts';
import { withdrawInvitation } from '../organisation/withdraw-invitation.ts';
import { grantProgrammeRole } from '../programme/grant-role.ts';
import { programmeStory } from '../testing/stories.ts';
import { lendingExample } from './delegating.ts';
import { DelegationEnded, RoleDelegated } from './delegations.ts';
import { InvitationAccepted, InvitationWithdrawn, PersonInvited } from './invitations.ts';
import { invitingExample } from './inviting.ts';
import { representedOn, rolesOn } from './people.ts';
import { RoleGranted, RoleRevoked } from './roles.ts';

const administrator = by('administrator');
const authority = programmeStory.of('organisation-authority').at('2027-01-10T09:00:00Z');
const held = (world: typeof authority, person: string, day: string) => rolesOn(world.state(organisation), person, day);

describe('grant-role', () => {
  const forAYear = { person: 'zoe', role: 'auditor', until: '2027-12-31' } as const;

  it('can name the last day of the role', async () => {
    const asked = authority.when(grantRole, administrator, forAYear);
    await asked.decides(RoleGranted(forAYear));
    const after = await asked.after();
    expect(['2027-12-31', '2028-01-01'].map((day) => held(after, 'zoe', day))).toEqual([['auditor'], []]);
  });

  it('prolongs a role that is held, and grants one anew that has ended', async () => {
    const granted = authority.and(RoleGranted(forAYear));
    await granted.when(grantRole, administrator, forAYear).refuses('role-already-held', { person: 'zoe', role: 'auditor' });
    await granted.when(grantRole, administrator, { ...forAYear, until: '2028-06-30' }).decides(RoleGranted({ ...forAYear, until: '2028-06-30' }));
    const later = granted.at('2028-02-01T09:00:00Z');
    const again = { person: 'zoe', role: 'auditor' } as const;
    const asked = later.when(grantRole, administrator, again);
    await asked.decides(RoleGranted(again));
    expect(held(await asked.after(), 'zoe', '2030-01-01')).toEqual(['auditor']);
  });

  it('ends no role in the past', () =>
    authority
      .when(grantRole, administrator, { ...forAYear, until: '2027-01-09' })
      .refuses('role-ends-before-today', { until: '2027-01-09', today: '2027-01-10' }));

  it('names the funder that a funder’s role speaks for, and none for another role', async () => {
    const speaks = { person: 'fay', role: 'funder', funder: 'region' } as const;
    const after = await authority.when(grantRole, administrator, speaks).after();
    expect(representedOn(after.state(organisation), 'fay', '2027-02-01')).toBe('region');
    await authority.when(grantRole, administrator, { ...speaks, role: 'auditor' }).refuses('funder-of-no-funder-role', { role: 'auditor' });
  });

  it('lets support in for a month at most', async () => {
    const support = { person: 'sam', role: 'support' } as const;
    await authority.when(grantRole, administrator, support).refuses('support-for-too-long', { latest: '2027-02-10' });
    await authority.when(grantRole, administrator, { ...support, until: '2027-02-11' }).refuses('support-for-too-long');
    await authority.when(grantRole, administrator, { ...support, until: '2027-02-10' }).decides(RoleGranted({ ...support, until: '2027-02-10' }));
  });

  it('counts the days of a programme in its own time zone', () =>
    programmeStory
      .at('2027-01-10T23:30:00Z')
      .when(grantProgrammeRole, administrator, { ...forAYear, until: '2027-01-10' })
      .refuses('role-ends-before-today'));
});

describe('revoke-role', () => {
  it('leaves an administrator whose role does not end before', () =>
    authority
      .and(RoleGranted({ person: 'zoe', role: 'administrator', until: '2027-01-09' }))
      .when(revokeRole, administrator, { person: 'administrator', role: 'administrator' })
      .refuses('last-administrator'));

  it('takes the limits of a role with it', () => {
    const anew = authority.and(
      RoleGranted({ person: 'zoe', role: 'auditor', until: '2027-02-01' }),
      RoleRevoked({ person: 'zoe', role: 'auditor' }),
      RoleGranted({ person: 'zoe', role: 'auditor' }),
    );
    expect(held(anew, 'zoe', '2029-01-01')).toEqual(['auditor']);
  });
});

describe('a delegation', () => {
  const chaired = authority.and(RoleGranted({ person: 'committee-chair', role: 'committee-chair' }));
  const chair = by('committee-chair');
  const lent = RoleDelegated({ ...lendingExample, delegator: 'committee-chair' });
  const inForce = chaired.and(lent);

  it('lends a role of one’s own for some days', async () => {
    const asked = chaired.when(delegateRole, chair, lendingExample);
    await asked.decides(lent);
    const after = await asked.after();
    const on = ['2027-07-11', '2027-07-12', '2027-08-06', '2027-08-07'].map((day) => held(after, 'committee-member', day));
    expect(on.map((roles) => roles.includes('committee-chair'))).toEqual([false, true, true, false]);
  });

  it('is not of a role that one does not hold, or that was lent', async () => {
    await chaired.when(delegateRole, by('ana'), lendingExample).refuses('role-not-own', { role: 'committee-chair' });
    const on = { ...lendingExample, delegation: 'on', delegate: 'zoe' };
    await inForce.at('2027-07-20T09:00:00Z').when(delegateRole, by('committee-member'), on).refuses('role-not-own');
  });

  it('is not to oneself, not for days that are past or out of order, and has a name of its own', async () => {
    await chaired.when(delegateRole, chair, { ...lendingExample, delegate: 'committee-chair' }).refuses('delegation-to-oneself');
    await chaired.when(delegateRole, chair, { ...lendingExample, until: '2027-07-11' }).refuses('delegation-days-out-of-order');
    await chaired.at('2027-09-01T09:00:00Z').when(delegateRole, chair, lendingExample).refuses('delegation-days-out-of-order');
    await inForce.when(delegateRole, chair, lendingExample).refuses('delegation-known', { delegation: 'summer-2027' });
  });

  it('ends at once, and once', async () => {
    const end = { delegation: 'summer-2027' };
    const asked = inForce.when(endDelegation, by('committee-member'), end);
    await asked.decides(DelegationEnded(end));
    const after = await asked.after();
    expect(held(after, 'committee-member', '2027-07-20')).not.toContain('committee-chair');
    await after.when(endDelegation, chair, end).refuses('delegation-already-ended');
    await after.when(endDelegation, chair, { delegation: 'another' }).refuses('delegation-unknown');
  });

  it('falls with the role that it lends', () => {
    const revoked = inForce.and(RoleRevoked({ person: 'committee-chair', role: 'committee-chair' }));
    expect(held(revoked, 'committee-member', '2027-07-20')).toEqual([]);
  });
});

describe('an invitation', () => {
  const invited = authority.and(PersonInvited(invitingExample));
  const accept = { invitation: 'reviewer-of-spring', code: 'b1ffe7Zr4jPzGZvtJzV1bQ' };
  const isOver = (world: typeof invited) => world.when(acceptInvitation, by('ivy'), accept).refuses('invitation-settled');

  it('keeps of the person nothing, and of the code its hash', () =>
    authority.when(invitePerson, administrator, invitingExample).decides(PersonInvited(invitingExample)));

  it('is accepted by whoever comes with its code, once, and gives the role with its limits', async () => {
    const until = { ...invitingExample, until: '2027-12-31' };
    const asked = authority.and(PersonInvited(until)).when(acceptInvitation, by('ivy'), accept);
    await asked.decides(
      InvitationAccepted({ invitation: accept.invitation, person: 'ivy' }),
      RoleGranted({ person: 'ivy', role: 'reviewer', until: '2027-12-31' }),
    );
    await isOver(await asked.after());
  });

  it('is not accepted after its last day, nor by whoever made it', async () => {
    await invited.at('2027-02-02T09:00:00Z').when(acceptInvitation, by('ivy'), accept).refuses('invitation-expired', { expiresOn: '2027-02-01' });
    await invited.when(acceptInvitation, administrator, accept).refuses('invitation-of-ones-own');
  });

  it('is worth nothing once withdrawn', async () => {
    const asked = invited.when(withdrawInvitation, administrator, { invitation: accept.invitation });
    await asked.decides(InvitationWithdrawn({ invitation: accept.invitation }));
    await isOver(await asked.after());
  });

  it('is open for two months at most, under a name of its own', async () => {
    await authority.when(invitePerson, administrator, { ...invitingExample, expiresOn: '2027-03-12' }).refuses('invitation-days');
    await authority.when(invitePerson, administrator, { ...invitingExample, expiresOn: '2027-01-09' }).refuses('invitation-days');
    await invited.when(invitePerson, administrator, invitingExample).refuses('invitation-known');
    await authority.when(acceptInvitation, by('ivy'), accept).refuses('invitation-unknown', { invitation: accept.invitation });
  });
});
