import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { declareExpertise } from '../../programme/declare-expertise.ts';
import { ExpertiseDeclared } from '../../programme/expertise.ts';
import { programme } from '../../programme/programme.ts';
import { programmeStory } from '../../testing/stories.ts';
import { type Candidate, type Need, proposeReviewers } from './propose-reviewers.ts';

const need: Need = { topics: ['food', 'law'], holder: 'hanna', conflicts: ['carl'], asked: ['dora'] };
const candidate = (person: string, expertise: readonly string[], open: number): Candidate => ({ person, expertise, open });
const placesOf = (candidates: readonly Candidate[]) => proposeReviewers(candidates, need).map(({ person, rank }) => [person, rank]);

describe('whom to ask for a review', () => {
  it('is first whoever knows most of what the application is about, and says what', () => {
    const proposals = proposeReviewers([candidate('ana', ['music'], 0), candidate('bob', ['law', 'food'], 3), candidate('eve', ['law'], 0)], need);
    expect(proposals).toEqual([
      {
        person: 'bob',
        rank: 1,
        reasons: [
          { code: 'expertise', topics: ['food', 'law'] },
          { code: 'load', open: 3 },
        ],
      },
      {
        person: 'eve',
        rank: 2,
        reasons: [
          { code: 'expertise', topics: ['law'] },
          { code: 'load', open: 0 },
        ],
      },
      { person: 'ana', rank: 3, reasons: [{ code: 'load', open: 0 }] },
    ]);
  });

  it('is among equals whoever has the fewest reviews still to do, then by id', () => {
    expect(placesOf([candidate('eve', ['law'], 2), candidate('bob', ['law'], 1), candidate('ana', ['law'], 2)])).toEqual([
      ['bob', 1],
      ['ana', 2],
      ['eve', 3],
    ]);
  });

  it('is never the holder, somebody in conflict, or somebody who was asked, and each is told why', () => {
    const everybody = ['hanna', 'dora', 'carl', 'ana'].map((person) => candidate(person, ['food', 'law'], 0));
    expect(proposeReviewers(everybody, need).slice(1)).toEqual([
      { person: 'carl', reasons: [{ code: 'conflict' }] },
      { person: 'dora', reasons: [{ code: 'asked-already' }] },
      { person: 'hanna', reasons: [{ code: 'holder' }] },
    ]);
    expect(placesOf(everybody)[0]).toEqual(['ana', 1]);
  });

  it('names each candidate once, in ranks without gaps, whatever order they come in', () => {
    const people = fc.uniqueArray(
      fc.record({
        person: fc.constantFrom('ana', 'bob', 'carl', 'dora', 'eve', 'hanna'),
        expertise: fc.subarray(['food', 'law', 'music']),
        open: fc.nat({ max: 3 }),
      }),
      { selector: ({ person }) => person },
    );
    fc.assert(
      fc.property(people, (candidates) => {
        const proposals = proposeReviewers(candidates, need);
        expect(proposals).toEqual(proposeReviewers([...candidates].reverse(), need));
        expect(proposals.map(({ person }) => person).sort()).toEqual(candidates.map(({ person }) => person).sort());
        const ranks = proposals.flatMap(({ rank }) => rank ?? []);
        expect(ranks).toEqual(ranks.map((_, index) => index + 1));
      }),
      { seed: 20_270_104 },
    );
  });
});

describe('declare-expertise', () => {
  it('keeps what the reviewer said last, each topic once', async () => {
    const asked = programmeStory.when(declareExpertise, by('ana'), { topics: ['law', 'food', 'law'] });
    await asked.decides(ExpertiseDeclared({ person: 'ana', topics: ['food', 'law'] }));
    const again = await (await asked.after()).when(declareExpertise, by('ana'), { topics: ['music'] }).after();
    expect(again.state(programme).expertise).toEqual({ ana: ['music'] });
  });
});
