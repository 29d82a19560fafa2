import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { defaultPolicy, marks, reviewGiving } from '../../testing/samples.ts';
import { selected, underReview } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ConsensusRecorded } from './consensus.ts';
import { recordConsensus } from './record-consensus.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from './review.ts';
import { marksThatCount, reviewsNeeded } from './reviews-needed.ts';

const ana = by('ana');
const two = underReview.and(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-09' }));
const reviewed = (anas: number, bobs: number) =>
  two.and(ReviewSubmitted({ ...reviewGiving(anas), reviewer: 'ana' }), ReviewSubmitted({ ...reviewGiving(bobs), reviewer: 'bob' }));
const apart = reviewed(4.5, 2);
const agreed = { marks: [...reviewGiving(3.5).marks], comment: 'The two readings were brought together.' };
const recorded = ConsensusRecorded({ agreedBy: ['ana', 'bob'], ...agreed });

describe('record-consensus', () => {
  it('records what reviewers who differed agree on, and the ranking takes that', async () => {
    const asked = apart.when(recordConsensus, ana, agreed);
    await asked.decides(recorded);
    const { reviews, consensus } = (await asked.after()).state(project);
    expect(marksThatCount(reviews, consensus)).toEqual([marks(3.5)]);
    expect(reviewsNeeded(reviews, defaultPolicy, consensus)).toBe(0);
    expect(reviews.bob?.marks).toEqual(marks(2));
  });

  it('can be written down by an administrator', () => apart.when(recordConsensus, by('administrator'), agreed).decides(recorded));

  it('is not for the holder', () => apart.when(recordConsensus, by('hanna'), agreed).refuses('not-by-the-holder'));

  it('is not for somebody in conflict of interest', () =>
    apart
      .and(ConflictDeclared({ reviewer: 'cleo', nature: 'family' }))
      .when(recordConsensus, by('cleo'), agreed)
      .refuses('conflict-of-interest', { nature: 'family' }));

  it('is done while the application is in review', () => selected.when(recordConsensus, ana, agreed).refuses('not-in-review'));

  it('waits for every review that was asked for', async () => {
    const third = apart.and(ReviewerAssigned({ reviewer: 'cleo', dueOn: '2027-04-20' }));
    await third.when(recordConsensus, ana, agreed).refuses('reviews-awaited', { reviewers: ['cleo'], missing: 1 });
    const alone = underReview.and(ReviewSubmitted({ ...reviewGiving(4), reviewer: 'ana' }));
    await alone.when(recordConsensus, ana, agreed).refuses('reviews-awaited', { reviewers: [], missing: 1 });
  });

  it('is called for where reviews differ by more than 20 points, and once', async () => {
    await reviewed(4, 3).when(recordConsensus, ana, agreed).refuses('reviews-agree');
    await reviewed(4, 2.5).when(recordConsensus, ana, agreed).decides(recorded);
    await apart.and(recorded).when(recordConsensus, ana, agreed).refuses('reviews-agree');
  });

  it('gives a mark for each criterion, and for no other', async () => {
    await apart.when(recordConsensus, ana, { ...agreed, marks: agreed.marks.slice(1) }).refuses('criteria-not-scored', { criteria: ['combination'] });
    const charm = { criterion: 'charm', mark: 5, reason: 'Charming.' };
    await apart.when(recordConsensus, ana, { ...agreed, marks: [...agreed.marks, charm] }).refuses('criteria-unknown', { criteria: ['charm'] });
  });
});

describe('a consensus', () => {
  const held = apart.and(recorded);

  it('falls when one of those who agreed turns out to be in conflict of interest', () => {
    expect(held.and(ConflictDeclared({ reviewer: 'bob', nature: 'family' })).state(project).consensus).toBeUndefined();
    expect(held.and(ConflictDeclared({ reviewer: 'cleo', nature: 'family' })).state(project).consensus?.agreedBy).toEqual(['ana', 'bob']);
  });

  it('falls when another review comes in', () =>
    expect(held.and(ReviewSubmitted({ ...reviewGiving(3), reviewer: 'cleo' })).state(project).consensus).toBeUndefined());
});
