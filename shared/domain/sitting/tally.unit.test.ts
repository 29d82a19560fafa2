import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Policy } from '../programme/policy.ts';
import { type CastVote, Vote } from './deliberation.ts';
import { neededOf } from './quorum.ts';
import { tallyOf } from './tally.ts';

const members = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const votes = fc
  .dictionary(fc.constantFrom(...members), fc.constantFrom(...Vote.options), { maxKeys: 7 })
  .map((cast) => Object.fromEntries(Object.entries(cast).map(([voter, on]): [string, CastVote] => [voter, { on, counts: [voter] }])));
const some = fc.subarray(members).map((barred) => new Set(barred));

describe('the votes on an item', () => {
  it('are counted once for each person who is not barred', () =>
    fc.assert(
      fc.property(votes, some, (cast, barred) => {
        const { counts, voters } = tallyOf(cast, barred, 'p0');
        const expected = Object.keys(cast).filter((voter) => !barred.has(voter));
        expect([...voters].toSorted()).toEqual(expected.toSorted());
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(expected.length);
      }),
    ));

  it('give an opinion exactly where one answer has more than half of those cast, or half of them with whoever presides', () =>
    fc.assert(
      fc.property(votes, some, (cast, barred) => {
        const { avis, castingVote } = tallyOf(cast, barred, 'p0');
        const counted = Object.entries(cast).filter(([voter, { on }]) => !barred.has(voter) && on !== 'abstain');
        const share = (on: string) => counted.filter(([, vote]) => vote.on === on).length * 2 - counted.length;
        const presiding = counted.find(([voter]) => voter === 'p0')?.[1].on;
        const won = Vote.options.filter((on) => on !== 'abstain' && counted.length > 0 && (share(on) > 0 || (share(on) === 0 && on === presiding)));
        expect(avis).toBe(won[0]);
        expect(castingVote).toBe(avis !== undefined && share(avis) === 0);
      }),
    ));

  it('by proxy count for both, save for one who is barred', () => {
    const cast: Record<string, CastVote> = { p1: { on: 'favourable', counts: ['p1', 'p2'] }, p3: { on: 'unfavourable', counts: ['p3'] } };
    expect(tallyOf(cast, new Set(), 'p3')).toMatchObject({ avis: 'favourable', castingVote: false, voters: ['p1', 'p2', 'p3'] });
    expect(tallyOf(cast, new Set(['p2']), 'p3')).toMatchObject({ avis: 'unfavourable', castingVote: true, voters: ['p1', 'p3'] });
  });
});

describe('the quorum', () => {
  const { committee } = Policy.parse({});

  it.each([
    [3, 3],
    [6, 3],
    [7, 4],
    [8, 4],
    [9, 5],
  ])('of %i voting members is %i: half of them, rounded up, and at least three', (voting, needed) =>
    expect(neededOf(voting, committee)).toBe(needed),
  );
});
