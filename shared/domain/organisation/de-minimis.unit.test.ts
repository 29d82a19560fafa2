import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { addToDay } from '../kernel/time.ts';
import { type Aid, AidCancelled, AidDeclared, AidRegime } from './aid.ts';
import { cancelAid } from './cancel-aid.ts';
import { type AidHistory, ceilingOn, deMinimisOf, deMinimisRegimes } from './de-minimis.ts';
import { declareAid } from './declare-aid.ts';
import { joinUndertaking } from './join-undertaking.ts';
import { leaveUndertaking } from './leave-undertaking.ts';
import { OrganisationRegistered, organisation } from './organisation.ts';
import { singleUndertaking } from './single-undertaking.ts';
import { association } from './testing/association.ts';
import { MemberJoined, MemberLeft, UndertakingJoined, UndertakingLeft } from './undertaking.ts';

const administrator = by('administrator');
const town = {
  aid: 'town',
  granter: 'Ville de Nulle-Part',
  regime: 'general',
  amount: 5_000_000,
  grantedOn: '2026-05-12',
  source: 'declared',
} as const;
const aid = (name: string, change: Partial<Aid>): Aid => ({ ...town, aid: name, ...change });
const history = (who: string, ...granted: readonly Aid[]): AidHistory => ({
  organisation: who,
  aids: Object.fromEntries(granted.map((one) => [one.aid, one])),
});
const left = (regime: Parameters<typeof deMinimisOf>[1], day: string, ...granted: readonly Aid[]) =>
  deMinimisOf([history('ateliers', ...granted)], regime, day).left;

describe('declare-aid', () => {
  it('records an aid of any granter', async () => {
    const asked = association.when(declareAid, administrator, town);
    await asked.decides(AidDeclared(town));
    expect((await asked.after()).state(organisation).aids).toEqual({ town });
  });

  it('refuses a name that is taken', () =>
    association
      .and(AidDeclared(town))
      .when(declareAid, administrator, { ...town, amount: 1 })
      .refuses('aid-already-declared', { aid: 'town' }));

  it('refuses an aid that is still to be granted', async () => {
    await association
      .when(declareAid, administrator, { ...town, grantedOn: '2027-01-05' })
      .refuses('aid-granted-on-a-day-to-come', { grantedOn: '2027-01-05' });
    const today = { ...town, grantedOn: '2027-01-04' };
    await association.when(declareAid, administrator, today).decides(AidDeclared(today));
  });

  it('is not how our own awards get there', () => expect(declareAid.data.safeParse({ ...town, source: 'award' }).success).toBe(false));
});

describe('cancel-aid', () => {
  const struck = { aid: 'town', reasons: 'The town council did not vote it.' };

  it('lets an aid count no more, and its name be used again', async () => {
    const asked = association.and(AidDeclared(town), AidDeclared(aid('state', {}))).when(cancelAid, administrator, struck);
    await asked.decides(AidCancelled(struck));
    expect(Object.keys((await asked.after()).state(organisation).aids)).toEqual(['state']);
  });

  it('refuses an aid that was not declared', () => association.when(cancelAid, administrator, struck).refuses('aid-unknown', { aid: 'town' }));
});

describe('the ceiling of de minimis aid', () => {
  it.each([
    ['general', '2027-01-01', 30_000_000],
    ['general', '2024-01-01', 30_000_000],
    ['general', '2023-12-31', 20_000_000],
    ['general', '2007-01-01', 20_000_000],
    ['general', '2006-12-31', undefined],
    ['sieg', '2024-01-01', 75_000_000],
    ['sieg', '2023-12-31', 50_000_000],
    ['sieg', '2012-04-28', undefined],
    ['farming', '2024-12-16', 5_000_000],
    ['farming', '2024-12-15', 2_000_000],
    ['farming', '2019-03-13', 1_500_000],
    ['farming', '2013-12-31', undefined],
  ] as const)('%s on %s is %s', (regime, day, amount) => expect(ceilingOn(regime, day)?.amount).toBe(amount));

  it('names its regulation', () => expect(ceilingOn('general', '2027-01-01')?.regulation).toBe('(EU) 2023/2831'));
});

describe('what is left of de minimis aid', () => {
  it('is the ceiling for an undertaking that had none, by the arithmetic of every ceiling that bears on it', () =>
    expect(deMinimisOf([history('ateliers')], 'general', '2027-01-04')).toEqual({
      regime: 'general',
      on: '2027-01-04',
      ceiling: 30_000_000,
      aids: [],
      counts: [
        { regime: 'general', regulation: '(EU) 2023/2831', ceiling: 30_000_000, counted: 0, left: 30_000_000 },
        { regime: 'sieg', regulation: '(EU) 2023/2832', ceiling: 75_000_000, counted: 0, left: 75_000_000 },
      ],
      left: 30_000_000,
    }));

  it('counts an aid up to the third anniversary of its grant, from the day of the grant on', () => {
    const days = ['2026-05-11', '2026-05-12', '2029-05-12', '2029-05-13'];
    expect(days.map((day) => left('general', day, town))).toEqual([30_000_000, 25_000_000, 25_000_000, 30_000_000]);
  });

  it('counts an aid of 29 February up to 28 February', () => {
    const leap = aid('leap', { grantedOn: '2024-02-29' });
    expect(left('general', '2027-02-28', leap)).toBe(25_000_000);
    expect(left('general', '2027-03-01', leap)).toBe(30_000_000);
  });

  it('counts an aid of 28 February up to that day in a leap year', () => {
    const before = aid('before', { grantedOn: '2025-02-28' });
    expect(left('general', '2028-02-28', before)).toBe(25_000_000);
    expect(left('general', '2028-02-29', before)).toBe(30_000_000);
  });

  it('counts no aid of another kind: exempted, notified or none at all', () =>
    expect(left('general', '2027-01-04', ...(['exempted', 'notified', 'none'] as const).map((regime) => aid(regime, { regime })))).toBe(30_000_000));

  it('is never below nothing', () => expect(left('general', '2027-01-04', aid('huge', { amount: 30_000_001 }))).toBe(0));

  it('is nothing before the regime existed', () => {
    const before = deMinimisOf([history('ateliers')], 'farming', '2013-12-31');
    expect(before).toMatchObject({ ceiling: 0, left: 0 });
    expect(before.counts.map(({ regime }) => regime)).toEqual(['general', 'sieg']);
  });

  it('counts farming aid within the general ceiling, and all of it within that of services of general economic interest', () => {
    const farming = aid('farm', { regime: 'farming', amount: 4_000_000 });
    const general = aid('town', { regime: 'general', amount: 28_000_000 });
    const sieg = aid('service', { regime: 'sieg', amount: 42_000_000 });
    expect(left('farming', '2027-01-04', farming)).toBe(1_000_000);
    expect(left('farming', '2027-01-04', general)).toBe(2_000_000);
    expect(left('general', '2027-01-04', farming)).toBe(26_000_000);
    expect(left('sieg', '2027-01-04', farming, general)).toBe(43_000_000);
    expect(left('general', '2027-01-04', sieg)).toBe(30_000_000);
    expect(left('general', '2027-01-04', sieg, aid('town', { amount: 1_000_000 }), aid('state', { regime: 'sieg', amount: 10_000_000 }))).toBe(
      22_000_000,
    );
  });

  it('names whose aid counted, oldest first', () => {
    const older = aid('older', { grantedOn: '2025-02-01' });
    const counted = deMinimisOf(
      [history('ateliers', town), history('groupe', older, aid('gone', { grantedOn: '2020-01-01' }))],
      'general',
      '2027-01-04',
    );
    expect(counted.aids).toEqual([
      { ...older, organisation: 'groupe' },
      { ...town, organisation: 'ateliers' },
    ]);
    expect(counted.left).toBe(20_000_000);
  });

  const anAid = fc.record({
    regime: fc.constantFrom(...AidRegime.options),
    amount: fc.integer({ min: 1, max: 20_000_000 }),
    grantedOn: fc.integer({ min: 0, max: 1_500 }).map((days) => addToDay('2024-01-01', `P${days}D`)),
  });
  const undertakings = fc.array(fc.array(anAid, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
  const named = (granted: readonly (readonly Partial<Aid>[])[]) =>
    granted.map((aids, who) => history(`o${who}`, ...aids.map((one, index) => aid(`a${index}`, one))));

  it('and what counts against a ceiling never exceed it together, unless the ceiling was exceeded before', () =>
    fc.assert(
      fc.property(undertakings, fc.constantFrom(...deMinimisRegimes), (granted, regime) => {
        const { counts, left, ceiling } = deMinimisOf(named(granted), regime, '2027-01-04');
        expect(left).toBeLessThanOrEqual(ceiling);
        for (const count of counts) {
          expect(count.left).toBe(Math.max(0, count.ceiling - count.counted));
          expect(left).toBeLessThanOrEqual(count.left);
        }
      }),
    ));

  it('is exactly what can be granted: as much fits, and leaves nothing', () =>
    fc.assert(
      fc.property(undertakings, fc.constantFrom(...deMinimisRegimes), (granted, regime) => {
        const before = named(granted);
        const { left } = deMinimisOf(before, regime, '2027-01-04');
        fc.pre(left > 0);
        const award = aid('award', { regime, amount: left, grantedOn: '2027-01-04' });
        const after = deMinimisOf([...before, history('new', award)], regime, '2027-01-04');
        expect(after.left).toBe(0);
        expect(after.counts.every(({ counted, ceiling }) => counted <= ceiling)).toBe(true);
      }),
    ));

  it('does not depend on which organisation of the undertaking was granted what', () =>
    fc.assert(
      fc.property(fc.array(anAid, { maxLength: 8 }), fc.constantFrom(...deMinimisRegimes), (granted, regime) => {
        const apart = deMinimisOf(named(granted.map((one) => [one])), regime, '2027-01-04');
        const together = deMinimisOf(named([granted]), regime, '2027-01-04');
        expect(apart.counts).toEqual(together.counts);
      }),
    ));
});

describe('a single undertaking', () => {
  const GROUP = 'organisation-groupe-exemple';
  const head = { head: 'groupe-exemple' };
  const joined = association.and(UndertakingJoined(head)).andOn(GROUP, MemberJoined({ member: 'ateliers' }));
  const countedOver = async (world: World, id: string) => (await singleUndertaking(id, world.load)).map((one) => one.organisation);

  it('is joined at its head', () =>
    association.when(joinUndertaking, administrator, head).decides(UndertakingJoined(head), on(GROUP, MemberJoined({ member: 'ateliers' }))));

  it('is the same seen from each of its organisations, and has the aids of all', async () => {
    const granted = joined.and(AidDeclared(town));
    expect(await singleUndertaking('groupe-exemple', granted.load)).toEqual([history('groupe-exemple'), history('ateliers', town)]);
    expect(await countedOver(granted, 'ateliers')).toEqual(['groupe-exemple', 'ateliers']);
  });

  it('is an organisation alone where it belongs to no group', async () => expect(await countedOver(association, 'ateliers')).toEqual(['ateliers']));

  it('refuses whoever is in one', () => joined.when(joinUndertaking, administrator, head).refuses('already-in-undertaking', head));

  it('refuses to join itself', () => association.when(joinUndertaking, administrator, { head: 'ateliers' }).refuses('undertaking-of-itself'));

  it('refuses a head that has members of its own', () =>
    joined
      .of(GROUP)
      .andOn('organisation-holding', OrganisationRegistered({ name: { fr: 'Holding', en: 'Holding' }, administrator: 'presidency' }))
      .when(joinUndertaking, administrator, { head: 'holding' })
      .refuses('heads-an-undertaking', { members: ['ateliers'] }));

  it('refuses a head that is not registered', () =>
    association.when(joinUndertaking, administrator, { head: 'nowhere' }).refuses('undertaking-head-unknown', { organisation: 'nowhere' }));

  it('refuses an organisation that is itself a member', () =>
    joined
      .of('organisation-filiale')
      .and(OrganisationRegistered({ name: { fr: 'Filiale', en: 'Subsidiary' }, administrator: 'presidency' }))
      .when(joinUndertaking, administrator, { head: 'ateliers' })
      .refuses('not-head-of-undertaking', { organisation: 'ateliers', ...head }));

  it('is left with one’s own aids', async () => {
    const asked = joined.and(AidDeclared(town)).when(leaveUndertaking, administrator, {});
    await asked.decides(UndertakingLeft(head), on(GROUP, MemberLeft({ member: 'ateliers' })));
    const apart = await asked.after();
    expect(await countedOver(apart, 'ateliers')).toEqual(['ateliers']);
    expect(await singleUndertaking('groupe-exemple', apart.load)).toEqual([history('groupe-exemple')]);
  });

  it('cannot be left by whoever is in none', () => association.when(leaveUndertaking, administrator, {}).refuses('not-in-undertaking'));

  it('has a member once, however often it is told', () =>
    expect(joined.andOn(GROUP, MemberJoined({ member: 'ateliers' })).state(organisation, GROUP).undertaking.members).toEqual(['ateliers']));
});
