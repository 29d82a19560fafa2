import { describe, expect, it } from 'vitest';
import { by, World } from '../kernel/testing/given-when-then.ts';
import { organisation, RoleGranted, RoleRevoked } from '../organisation/organisation.ts';
import { registerOrganisation } from '../organisation/register-organisation.ts';
import { revokeRole } from '../organisation/revoke-role.ts';
import { programmeStory } from '../testing/stories.ts';
import { addFunder } from './add-funder.ts';
import { adoptPolicy } from './adopt-policy.ts';
import { createProgramme } from './create-programme.ts';
import { grantProgrammeRole } from './grant-role.ts';
import { Policy } from './policy.ts';
import { policyInForce, programme } from './programme.ts';
import { revokeProgrammeRole } from './revoke-role.ts';

const administrator = by('administrator');
const reviewing = { person: 'eve', role: 'reviewer' } as const;

describe('the authority', () => {
  it('is registered with its first administrator', async () => {
    const registered = await new World('organisation-authority').when(registerOrganisation, administrator, registerOrganisation.example).after();
    expect(registered.state(organisation).roles).toEqual({ administrator: ['administrator'] });
  });

  it('keeps at least one administrator', () =>
    programmeStory
      .of('organisation-authority')
      .when(revokeRole, administrator, { person: 'administrator', role: 'administrator' })
      .refuses('last-administrator'));
});

describe('create-programme', () => {
  it('needs an authority that runs it', () =>
    new World('programme-orphan').when(createProgramme, administrator, createProgramme.example).refuses('authority-unknown'));
});

describe('roles in one programme', () => {
  it('are granted in the programme and leave the authority as it was', async () => {
    const granted = await programmeStory.when(grantProgrammeRole, administrator, reviewing).after();
    expect(granted.state(programme).roles).toEqual({ eve: ['reviewer'] });
    expect(granted.state(organisation, 'organisation-authority').roles.eve).toBeUndefined();
  });

  it('are granted once', () =>
    programmeStory.and(RoleGranted(reviewing)).when(grantProgrammeRole, administrator, reviewing).refuses('role-already-held'));

  it('are revoked', () =>
    programmeStory.and(RoleGranted(reviewing)).when(revokeProgrammeRole, administrator, reviewing).decides(RoleRevoked(reviewing)));

  it('cannot be revoked where they are not held', () =>
    programmeStory.when(revokeProgrammeRole, administrator, { person: 'ana', role: 'reviewer' }).refuses('role-not-held'));
});

describe('add-funder', () => {
  it('refuses one that is there', () =>
    programmeStory.when(addFunder, administrator, { ...addFunder.example, funder: 'region' }).refuses('funder-already-added'));
});

describe('adopt-policy', () => {
  it('takes effect on its day and not before', async () => {
    const adopted = await programmeStory.when(adoptPolicy, administrator, { policy: { reminders: [7] }, inForceFrom: '2027-02-01' }).after();
    const state = adopted.state(programme);
    expect(policyInForce(state, '2027-01-31T22:59:59Z').policyVersion).toBe(0);
    expect(policyInForce(state, '2027-01-31T23:00:00Z')).toMatchObject({ policyVersion: 1, policy: { reminders: [7] } });
  });

  it('refuses a day that is over', () =>
    programmeStory.when(adoptPolicy, administrator, { policy: {}, inForceFrom: '2027-01-03' }).refuses('policy-takes-effect-in-the-past'));

  it.each([
    ['phases that do not share out the whole award', { phaseShares: { concept: 2_000, pilot: 6_000, institutionalisation: 1_000 } }, 'phaseShares'],
    ['payments that do not share out the whole phase', { tranches: { advance: 3_000, instalment: 3_000, balance: 3_000 } }, 'tranches'],
    ['a tie-break by a criterion that nobody marks', { tieBreak: ['charm'] }, 'tieBreak'],
    ['a threshold that no application can reach', { rubric: [{ criterion: 'novelty', block: 'research', points: 40 }], tieBreak: [] }, 'thresholds'],
    [
      'an SRL review every zero months',
      { srlCadence: { concept: 'P0M', pilot: 'P6M', institutionalisation: 'P1Y', afterReturn: 'P3M' } },
      'srlCadence',
    ],
  ])('does not accept %s', (_, parts, path) => {
    expect(Policy.safeParse(parts).error?.issues[0]?.path[0]).toBe(path);
  });
});

describe('ids', () => {
  it('cannot be a name that every object has', () => {
    expect(grantProgrammeRole.data.safeParse({ person: 'constructor', role: 'reviewer' }).success).toBe(false);
  });
});
