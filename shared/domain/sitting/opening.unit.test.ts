import { describe, expect, it } from 'vitest';
import { on } from '../kernel/command.ts';
import { by } from '../kernel/testing/given-when-then.ts';
import { ConflictDeclared } from '../project/review/review.ts';
import { assembled, concluded, convened, SITTING, sitting } from '../testing/sitting-stories.ts';
import { SittingAdjourned } from './convocation.ts';
import { declareNoInterest } from './declare-no-interest.ts';
import { MinutesSigned } from './minutes.ts';
import { openSitting } from './open-sitting.ts';
import { MemberRecused, NoInterestDeclared, ProxyGiven, SittingOpened } from './presence.ts';
import { recuse } from './recuse.ts';
import { sitting as kind } from './sitting.ts';

const administrator = by('administrator');
const held = concluded.and(MinutesSigned({ signatory: 'mia', final: false }), MinutesSigned({ signatory: 'max', final: true }));

describe('declare-no-interest', () => {
  it('is declared by each member, before the sitting or during it', async () => {
    await convened.when(declareNoInterest, by('cora'), {}).decides(NoInterestDeclared({ member: 'cora' }));
    await assembled
      .and(SittingOpened({ attending: ['mia', 'max', 'mo'], presiding: 'mia' }))
      .when(declareNoInterest, by('mo'), {})
      .decides(NoInterestDeclared({ member: 'mo' }));
  });

  it('is declared once', () => sitting.when(declareNoInterest, by('mo'), {}).refuses('interest-declared-already'));

  it('is for members', () => convened.when(declareNoInterest, by('stranger'), {}).refuses('not-a-member', { persons: ['stranger'] }));

  it('is too late once the minutes are signed', () => held.when(declareNoInterest, by('mo'), {}).refuses('sitting-over', { stage: 'held' }));
});

describe('recuse', () => {
  const about = { item: 'one', nature: 'board-member' as const };
  const recused = MemberRecused({ member: 'mo', ...about });
  const declared = ConflictDeclared({ reviewer: 'mo', nature: 'board-member' });

  it('takes a member out of one item, and declares the conflict of interest on its project', () =>
    convened.when(recuse, by('mo'), about).decides(recused, on('project-repair', declared)));

  it('declares no conflict of interest twice', () => convened.andOn('project-repair', declared).when(recuse, by('mo'), about).decides(recused));

  it('can still be done while the sitting is open', () => sitting.when(recuse, by('mo'), about).decides(recused, on('project-repair', declared)));

  it('is done once for an item, and can be for each', async () => {
    await convened.and(recused).when(recuse, by('mo'), about).refuses('recused-already', { item: 'one' });
    await convened
      .and(recused)
      .andOn('project-repair', declared)
      .when(recuse, by('mo'), { ...about, item: 'two' })
      .decides(MemberRecused({ member: 'mo', item: 'two', nature: 'board-member' }));
  });

  it('is for members, and for items of the agenda that are not concluded', async () => {
    await convened.when(recuse, by('stranger'), about).refuses('not-a-member', { persons: ['stranger'] });
    await convened.when(recuse, by('mo'), { ...about, item: 'three' }).refuses('item-unknown', { item: 'three' });
    await concluded.when(recuse, by('mo'), about).refuses('item-concluded-already', { item: 'one' });
    await held.when(recuse, by('mo'), about).refuses('sitting-over', { stage: 'held' });
  });
});

describe('open-sitting', () => {
  const open = (attending: string[], more: object = {}, world = assembled) => world.when(openSitting, administrator, { attending, ...more });

  it('records who attends, each once, and that the chair presides', () =>
    open(['mia', 'max', 'mel', 'cora', 'max']).decides(SittingOpened({ attending: ['mia', 'max', 'mel', 'cora'], presiding: 'mia' })));

  it('opens at the instant that it was convened for, and not a second before', async () => {
    const early = convened.at('2027-04-06T11:59:59Z');
    await open(['mia', 'max', 'mel'], {}, early).refuses('sitting-to-come', { heldAt: '2027-04-06T12:00:00Z' });
  });

  it('can be presided over by another voting member who attends', async () => {
    const attending = ['max', 'mel', 'mo', 'cora'];
    await open(attending).refuses('nobody-presides', { presiding: 'mia' });
    await open(attending, { presiding: 'cora' }).refuses('nobody-presides', { presiding: 'cora' });
    await open(attending, { presiding: 'max' }).decides(SittingOpened({ attending, presiding: 'max' }));
  });

  it('needs its quorum of voting members; advisers do not count', () =>
    open(['mia', 'max', 'cora']).refuses('quorum-not-met', { present: 2, needed: 3 }));

  it('counts those who are represented by somebody who attends', async () => {
    const proxy = assembled.and(ProxyGiven({ giver: 'mo', to: 'max' }));
    await open(['mia', 'max'], {}, proxy).decides(SittingOpened({ attending: ['mia', 'max'], presiding: 'mia' }));
    await open(['mia', 'mel'], {}, proxy).refuses('quorum-not-met', { present: 2, needed: 3 });
  });

  it('does not count whoever is recused from every item', async () => {
    const recused = (...items: string[]) => assembled.and(...items.map((item) => MemberRecused({ member: 'mo', item, nature: 'family' })));
    await open(['mia', 'max', 'mo'], {}, recused('one')).decides(SittingOpened({ attending: ['mia', 'max', 'mo'], presiding: 'mia' }));
    await open(['mia', 'max', 'mo'], {}, recused('one', 'two')).refuses('quorum-not-met', { present: 2, needed: 3 });
  });

  it('lets in members only, and is opened once', async () => {
    await open(['mia', 'max', 'mel', 'stranger']).refuses('not-a-member', { persons: ['stranger'] });
    await open(['mia', 'max', 'mel'], {}, sitting).refuses('sitting-not-convened', { stage: 'open' });
  });
});

describe('an adjourned sitting', () => {
  const again = assembled
    .and(
      ProxyGiven({ giver: 'mo', to: 'max' }),
      MemberRecused({ member: 'mel', item: 'one', nature: 'family' }),
      NoInterestDeclared({ member: 'mia' }),
    )
    .and(
      SittingOpened({ attending: ['mia', 'max', 'mel'], presiding: 'mia' }),
      SittingAdjourned({ heldAt: '2027-04-13T12:00:00Z', reasons: 'Late.' }),
    );

  it('keeps declarations and recusals; who attends and who is represented is settled anew', () => {
    const { stage, convocation, presence } = again.state(kind, SITTING);
    expect([stage, convocation.heldAt]).toEqual(['convened', '2027-04-13T12:00:00Z']);
    expect(presence).toEqual({ attending: [], presiding: '', proxies: {}, disinterested: ['mia'], recused: { one: ['mel'] } });
  });
});
