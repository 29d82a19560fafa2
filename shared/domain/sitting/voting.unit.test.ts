import { describe, it } from 'vitest';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { ConflictDeclared } from '../project/review/review.ts';
import { assembled, concluded, convened, sitting } from '../testing/sitting-stories.ts';
import { castVote } from './cast-vote.ts';
import { concludeItem } from './conclude-item.ts';
import { SittingAdjourned } from './convocation.ts';
import { ApplicantHeard, ItemConcluded, type Vote, VoteCast } from './deliberation.ts';
import { hearApplicant } from './hear-applicant.ts';
import { MemberRecused, NoInterestDeclared, ProxyGiven, SittingOpened } from './presence.ts';

const chair = by('mia');
const recused = (member: string) => MemberRecused({ member, item: 'one', nature: 'family' });
const voting = (world: World, votes: Readonly<Record<string, Vote>>) =>
  world.and(...Object.entries(votes).map(([voter, on]) => VoteCast({ item: 'one', voter, on, counts: [voter] })));

describe('hear-applicant', () => {
  const heard = { item: 'one', note: 'The rent is shared.' };

  it('is noted before the item is concluded', () => sitting.when(hearApplicant, chair, heard).decides(ApplicantHeard(heard)));

  it('is noted once, in an open sitting, on an item of the agenda', async () => {
    await sitting.and(ApplicantHeard(heard)).when(hearApplicant, chair, heard).refuses('applicant-heard-already', { item: 'one' });
    await convened.when(hearApplicant, chair, heard).refuses('sitting-not-open', { stage: 'convened' });
    await sitting.when(hearApplicant, chair, { ...heard, item: 'three' }).refuses('item-unknown', { item: 'three' });
    await concluded.when(hearApplicant, chair, heard).refuses('item-concluded-already', { item: 'one' });
  });
});

describe('cast-vote', () => {
  const vote = { item: 'one', on: 'favourable' as const };
  const cast = (voter: string, counts = [voter]) => VoteCast({ ...vote, voter, counts });
  const withProxy = assembled
    .and(ProxyGiven({ giver: 'mo', to: 'max' }), SittingOpened({ attending: ['mia', 'max', 'mel'], presiding: 'mia' }))
    .and(NoInterestDeclared({ member: 'max' }));

  it('is cast by a member, and can be changed until the item is concluded', async () => {
    await sitting.when(castVote, by('max'), vote).decides(cast('max'));
    await voting(sitting, { max: 'unfavourable' }).when(castVote, by('max'), vote).decides(cast('max'));
    await concluded.when(castVote, by('max'), vote).refuses('item-concluded-already', { item: 'one' });
  });

  it('counts for whoever gave a proxy and declared no interest', async () => {
    await withProxy
      .and(NoInterestDeclared({ member: 'mo' }))
      .when(castVote, by('max'), vote)
      .decides(cast('max', ['max', 'mo']));
    await withProxy.when(castVote, by('max'), vote).decides(cast('max'));
  });

  it('does not count for a giver who is recused, or who came after all', async () => {
    const declared = withProxy.and(NoInterestDeclared({ member: 'mo' }));
    await declared.and(recused('mo')).when(castVote, by('max'), vote).decides(cast('max'));
    await sitting
      .and(ProxyGiven({ giver: 'mo', to: 'max' }))
      .when(castVote, by('max'), vote)
      .decides(cast('max'));
  });

  it('is barred by a recusal, and by a conflict of interest that was declared on the project', async () => {
    await sitting.and(recused('max')).when(castVote, by('max'), vote).refuses('recused-from-item', { item: 'one' });
    const conflict = ConflictDeclared({ reviewer: 'max', nature: 'family' });
    await sitting.andOn('project-repair', conflict).when(castVote, by('max'), vote).refuses('recused-from-item', { item: 'one' });
  });

  it('is for voting members who attend and declared no interest', async () => {
    await sitting.when(castVote, by('cora'), vote).refuses('not-a-voting-member', { persons: ['cora'] });
    await withProxy.when(castVote, by('mo'), vote).refuses('not-attending');
    await withProxy.when(castVote, by('mel'), vote).refuses('interest-not-declared');
  });

  it('is cast on an item of the agenda, in an open sitting', async () => {
    await sitting.when(castVote, by('max'), { ...vote, item: 'three' }).refuses('item-unknown', { item: 'three' });
    await assembled.when(castVote, by('max'), vote).refuses('sitting-not-open', { stage: 'convened' });
  });
});

describe('conclude-item', () => {
  const conclude = (world: World, reservations: { reservation: string; text: string }[] = []) =>
    world.when(concludeItem, chair, { item: 'one', reservations });
  const none = { favourable: 0, 'with-reservations': 0, adjourned: 0, unfavourable: 0, abstain: 0 };
  const lease = { reservation: 'lease', text: 'The lease is signed.' };
  const everybody = { mia: 'favourable', max: 'favourable', mel: 'favourable', mo: 'unfavourable' } as const;

  it('records the majority of the votes cast, and whose votes were counted', () =>
    conclude(voting(sitting, everybody)).decides(
      ItemConcluded({
        item: 'one',
        avis: 'favourable',
        reservations: [],
        counts: { ...none, favourable: 3, unfavourable: 1 },
        castingVote: false,
        voters: ['mia', 'max', 'mel', 'mo'],
      }),
    ));

  it('lets whoever presides decide a tie', () =>
    conclude(voting(sitting, { ...everybody, mel: 'unfavourable' })).decides(
      ItemConcluded({
        item: 'one',
        avis: 'favourable',
        reservations: [],
        counts: { ...none, favourable: 2, unfavourable: 2 },
        castingVote: true,
        voters: ['mia', 'max', 'mel', 'mo'],
      }),
    ));

  it('has no majority where the votes are scattered, or where all abstain', async () => {
    await conclude(voting(sitting, { mia: 'abstain', max: 'adjourned', mel: 'favourable', mo: 'unfavourable' })).refuses('no-majority', {
      item: 'one',
    });
    await conclude(voting(sitting, { mia: 'abstain', max: 'abstain', mel: 'abstain', mo: 'abstain' })).refuses('no-majority');
  });

  it('waits for the votes of all who may vote', async () => {
    const { mo: _, ...others } = everybody;
    await conclude(voting(sitting, others)).refuses('votes-missing', { members: ['mo'] });
  });

  it('leaves out whoever recused themselves after the vote', () =>
    conclude(voting(sitting, everybody).and(recused('mo'))).decides(
      ItemConcluded({
        item: 'one',
        avis: 'favourable',
        reservations: [],
        counts: { ...none, favourable: 3 },
        castingVote: false,
        voters: ['mia', 'max', 'mel'],
      }),
    ));

  it('does not wait for a member who has not declared to have no interest', () => {
    const attending = ['mia', 'max', 'mel', 'mo'];
    const silent = ['mia', 'max', 'mel'].reduce(
      (world, member) => world.and(NoInterestDeclared({ member })),
      assembled.and(SittingOpened({ attending, presiding: 'mia' })),
    );
    const { mo: _, ...others } = everybody;
    return conclude(voting(silent, others)).decides(
      ItemConcluded({
        item: 'one',
        avis: 'favourable',
        reservations: [],
        counts: { ...none, favourable: 3 },
        castingVote: false,
        voters: ['mia', 'max', 'mel'],
      }),
    );
  });

  it('needs the quorum of the item: two who recused themselves leave too few', () =>
    conclude(voting(sitting, everybody).and(recused('mo'), recused('mel'))).refuses('quorum-not-met', { present: 2, needed: 3 }));

  it('lists the reservations of an opinion that has some, each with an id of its own, and of no other', async () => {
    const reserved = voting(sitting, { mia: 'with-reservations', max: 'with-reservations', mel: 'with-reservations', mo: 'favourable' });
    await conclude(reserved).refuses('reservations-missing', { item: 'one' });
    await conclude(reserved, [lease, lease]).refuses('reservation-listed-twice');
    await conclude(reserved, [lease]).decides(
      ItemConcluded({
        item: 'one',
        avis: 'with-reservations',
        reservations: [lease],
        counts: { ...none, favourable: 1, 'with-reservations': 3 },
        castingVote: false,
        voters: ['mia', 'max', 'mel', 'mo'],
      }),
    );
    await conclude(voting(sitting, everybody), [lease]).refuses('reservations-not-voted', { avis: 'favourable' });
  });

  it('is done once, on an item of the agenda, in an open sitting', async () => {
    await conclude(concluded).refuses('item-concluded-already', { item: 'one' });
    await sitting.when(concludeItem, chair, { item: 'three' }).refuses('item-unknown', { item: 'three' });
    await conclude(assembled).refuses('sitting-not-open', { stage: 'convened' });
  });

  it('counts no vote that was cast before the sitting was adjourned', () => {
    const again = voting(sitting, everybody).and(
      SittingAdjourned({ heldAt: '2027-04-13T12:00:00Z', reasons: 'Late.' }),
      SittingOpened({ attending: ['mia', 'max', 'mel'], presiding: 'mia' }),
    );
    return conclude(again).refuses('votes-missing', { members: ['mia', 'max', 'mel'] });
  });
});
