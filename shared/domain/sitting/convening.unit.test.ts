import { describe, it } from 'vitest';
import { CommitteeCalledOff, CommitteeConvened } from '../call/committee.ts';
import { on } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { assembled, beforeSitting, concluded, convened, convening, sitting } from '../testing/sitting-stories.ts';
import { adjournSitting } from './adjourn-sitting.ts';
import { cancelSitting } from './cancel-sitting.ts';
import { conveneSitting } from './convene-sitting.ts';
import { SittingAdjourned, SittingCancelled, SittingConvened } from './convocation.ts';
import { giveProxy } from './give-proxy.ts';
import { ProxyGiven } from './presence.ts';

const administrator = by('administrator');
const convene = (changes: object = {}) => beforeSitting.when(conveneSitting, administrator, { ...convening, ...changes });

const told = on('call-spring', CommitteeConvened({ sitting: 'april' }));

describe('convene-sitting', () => {
  it('convenes the members to an agenda, without a call where there is none', async () => {
    await convene().decides(SittingConvened(convening), told);
    const { call: _, ...withoutCall } = convening;
    await beforeSitting.when(conveneSitting, administrator, withoutCall).decides(SittingConvened(withoutCall));
  });

  it('needs its programme', () => convene({ programme: 'elsewhere' }).refuses('programme-unknown', { programme: 'elsewhere' }));

  it('may be about a call of the programme', () => convene({ call: 'nowhere' }).refuses('call-unknown', { call: 'nowhere' }));

  it('leaves ten days between the convocation and the sitting', async () => {
    const heldAt = '2027-03-25T23:00:00Z'; // 26 March in Paris
    await convene({ heldAt }).decides(SittingConvened({ ...convening, heldAt }), told);
    await convene({ heldAt: '2027-03-25T22:59:59Z' }).refuses('convocation-too-late', { earliest: '2027-03-26' });
  });

  it('is never convened to what is over, even where the policy asks for no days between', async () => {
    const policy = Policy.parse({ committee: { convocationDays: 0 } });
    const atOnce = beforeSitting.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }));
    const heldAt = '2027-03-16T10:00:01Z';
    await atOnce.when(conveneSitting, administrator, { ...convening, heldAt }).decides(SittingConvened({ ...convening, heldAt }), told);
    await atOnce.when(conveneSitting, administrator, { ...convening, heldAt: '2027-03-16T10:00:00Z' }).refuses('convocation-too-late');
  });

  it('lists each member once', () =>
    convene({ members: [...convening.members, { person: 'mo', voice: 'consultative' }] }).refuses('member-listed-twice', { members: ['mo'] }));

  it.each(['cora', 'stranger'])('needs a chair who votes: %s does not', (chair) => convene({ chair }).refuses('chair-without-vote', { chair }));

  it('needs enough voting members for a quorum', async () => {
    const [mia, max, mel, , cora] = convening.members;
    await convene({ members: [mia, max, mel] }).decides(SittingConvened({ ...convening, members: [mia!, max!, mel!] }), told);
    await convene({ members: [mia, max, cora] }).refuses('committee-too-small', { voting: 2, needed: 3 });
  });

  it('asks each thing once', async () => {
    const [one] = convening.items;
    await convene({ items: [one, { ...one, question: 'gate' }] }).refuses('item-listed-twice', { items: ['one'] });
    await convene({ items: [one, { ...one, item: 'again' }] }).refuses('item-listed-twice', { items: ['repair (selection)'] });
  });

  it('speaks of projects of the programme only', () =>
    convene({ items: [...convening.items, { item: 'three', project: 'elsewhere', question: 'gate' }] }).refuses('items-not-of-programme', {
      items: ['three'],
    }));

  it('convenes nobody to judge their own project', () =>
    convene({ members: [...convening.members, { person: 'hanna', voice: 'consultative' }] }).refuses('member-holds-project', { members: ['hanna'] }));
});

describe('give-proxy', () => {
  it('lets another voting member vote', () => convened.when(giveProxy, by('mo'), { to: 'max' }).decides(ProxyGiven({ giver: 'mo', to: 'max' })));

  it('goes to somebody else when it is given again', () =>
    convened
      .and(ProxyGiven({ giver: 'mo', to: 'max' }))
      .when(giveProxy, by('mo'), { to: 'mel' })
      .decides(ProxyGiven({ giver: 'mo', to: 'mel' })));

  it('is given before the sitting opens', () => sitting.when(giveProxy, by('mo'), { to: 'max' }).refuses('sitting-not-convened', { stage: 'open' }));

  it('is between voting members', async () => {
    await convened.when(giveProxy, by('cora'), { to: 'max' }).refuses('not-a-voting-member', { persons: ['cora'] });
    await convened.when(giveProxy, by('mo'), { to: 'cora' }).refuses('not-a-voting-member', { persons: ['cora'] });
  });

  it('is held one by a member, and handed on by nobody', async () => {
    const given = convened.and(ProxyGiven({ giver: 'mo', to: 'max' }));
    await convened.when(giveProxy, by('mo'), { to: 'mo' }).refuses('proxy-not-possible', { to: 'mo' });
    await given.when(giveProxy, by('mel'), { to: 'max' }).refuses('proxy-not-possible', { to: 'max' });
    await given.when(giveProxy, by('mel'), { to: 'mo' }).refuses('proxy-not-possible', { to: 'mo' });
    await given.when(giveProxy, by('max'), { to: 'mel' }).refuses('proxy-not-possible', { to: 'mel' });
  });
});

describe('adjourn-sitting', () => {
  const to = (heldAt: string) => ({ heldAt, reasons: 'Two of four came.' });

  it('puts off a sitting that had no quorum, or was not finished', async () => {
    await assembled.when(adjournSitting, administrator, to('2027-04-13T12:00:00Z')).decides(SittingAdjourned(to('2027-04-13T12:00:00Z')));
    await sitting.when(adjournSitting, administrator, to('2027-04-07T12:00:00Z')).decides(SittingAdjourned(to('2027-04-07T12:00:00Z')));
  });

  it('puts it off to later than now and than it was convened for', async () => {
    await convened
      .when(adjournSitting, administrator, to('2027-04-06T12:00:00Z'))
      .refuses('adjourned-to-the-past', { after: '2027-04-06T12:00:00Z' });
    await convened.when(adjournSitting, administrator, to('2027-04-06T12:00:01Z')).decides(SittingAdjourned(to('2027-04-06T12:00:01Z')));
    const late = assembled.at('2027-04-08T12:00:00Z');
    await late.when(adjournSitting, administrator, to('2027-04-08T12:00:00Z')).refuses('adjourned-to-the-past');
  });

  it('is not for a sitting that has concluded everything', () =>
    concluded.when(adjournSitting, administrator, to('2027-04-07T12:00:00Z')).refuses('nothing-to-adjourn'));

  it('is not for a sitting that was cancelled', () =>
    convened
      .and(SittingCancelled({ reasons: 'No call.' }))
      .when(adjournSitting, administrator, to('2027-04-13T12:00:00Z'))
      .refuses('sitting-over', { stage: 'cancelled' }));
});

describe('cancel-sitting', () => {
  const reasons = { reasons: 'The call was cancelled.' };

  it('gives up a sitting that is not open', () =>
    convened
      .when(cancelSitting, administrator, reasons)
      .decides(SittingCancelled(reasons), on('call-spring', CommitteeCalledOff({ sitting: 'april' }))));

  it('tells no call where it is about none', () => {
    const { call: _, ...withoutCall } = convening;
    return beforeSitting.and(SittingConvened(withoutCall)).when(cancelSitting, administrator, reasons).decides(SittingCancelled(reasons));
  });

  it('is not for an open sitting', () => sitting.when(cancelSitting, administrator, reasons).refuses('sitting-not-convened', { stage: 'open' }));

  it('keeps what was concluded', () =>
    concluded
      .and(SittingAdjourned({ heldAt: '2027-04-07T12:00:00Z', reasons: 'Late.' }))
      .when(cancelSitting, administrator, reasons)
      .refuses('sitting-concluded-something'));
});
