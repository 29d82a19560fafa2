import { describe, expect, it } from 'vitest';
import { by, World } from '../kernel/testing/given-when-then.ts';
import { organisation } from '../organisation/organisation.ts';
import { registerOrganisation } from '../organisation/register-organisation.ts';
import { revokeRole } from '../organisation/revoke-role.ts';
import { RoleGranted, RoleRevoked } from '../people/roles.ts';
import { programmeStory } from '../testing/stories.ts';
import { addFunder } from './add-funder.ts';
import { createProgramme } from './create-programme.ts';
import { grantProgrammeRole } from './grant-role.ts';
import { FunderTerms, FunderTermsSet, programme } from './programme.ts';
import { revokeProgrammeRole } from './revoke-role.ts';
import { setFunderTerms } from './set-funder-terms.ts';

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

describe('set-funder-terms', () => {
  const asGiven = { funder: 'region', notify: { email: 'aides@region.example' }, eligibleUntil: '2029-12-31' };
  const terms = FunderTerms.parse(asGiven);

  it('changes until when a funder’s money pays and where it is told, and leaves its name', async () => {
    const asked = programmeStory.when(setFunderTerms, administrator, asGiven);
    await asked.decides(FunderTermsSet(terms));
    expect((await asked.after()).state(programme).funders.region).toEqual({ ...terms, name: { fr: 'Région', en: 'Region' }, kind: 'region' });
  });

  it('replaces the terms before: a day that is left out no longer holds', async () => {
    const changed = await programmeStory.and(FunderTermsSet(terms)).when(setFunderTerms, administrator, { funder: 'region', notify: {} }).after();
    expect(changed.state(programme).funders.region).toEqual({ funder: 'region', notify: {}, name: { fr: 'Région', en: 'Region' }, kind: 'region' });
  });

  it('refuses a funder that the programme has not', () =>
    programmeStory.when(setFunderTerms, administrator, { funder: 'lottery', notify: {} }).refuses('funder-unknown', { funders: ['lottery'] }));

  it('says nothing of a funder that was never added', () =>
    expect(programmeStory.and(FunderTermsSet({ ...terms, funder: 'lottery' })).state(programme).funders).not.toHaveProperty('lottery'));
});

describe('ids', () => {
  it('cannot be a name that every object has', () => {
    expect(grantProgrammeRole.data.safeParse({ person: 'constructor', role: 'reviewer' }).success).toBe(false);
  });
});
