import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { defaultPolicy, marks, reviewGiving } from '../../testing/samples.ts';
import { inReview, submitted, underReview } from '../../testing/stories.ts';
import { assignReviewer } from './assign-reviewer.ts';
import { declareConflict } from './declare-conflict.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted, type Reviews } from './review.ts';
import { reviewsNeeded, validReviews } from './reviews-needed.ts';
import { submitReview } from './submit-review.ts';

const administrator = by('administrator');
const ana = by('ana');
const conflict = ConflictDeclared({ reviewer: 'ana', nature: 'board-member' });
const anasReview = ReviewSubmitted({ ...reviewGiving(4), reviewer: 'ana' });

describe('assign-reviewer', () => {
  it('gives the reviewer the days of the policy', () =>
    inReview.when(assignReviewer, administrator, { reviewer: 'bob' }).decides(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-07' })));

  it('refuses before the application is found eligible', () =>
    submitted.when(assignReviewer, administrator, { reviewer: 'bob' }).refuses('not-in-review'));

  it('refuses the holder', () => inReview.when(assignReviewer, administrator, { reviewer: 'hanna' }).refuses('not-by-the-holder'));

  it('refuses one who declared a conflict of interest', () =>
    inReview.and(conflict).when(assignReviewer, administrator, { reviewer: 'ana' }).refuses('conflict-of-interest', { nature: 'board-member' }));

  it('refuses one who is assigned already', () =>
    underReview.when(assignReviewer, administrator, { reviewer: 'ana' }).refuses('reviewer-already-assigned'));
});

describe('declare-conflict', () => {
  it('is recorded for whoever declares it', () => underReview.when(declareConflict, ana, { nature: 'board-member' }).decides(conflict));

  it('can come before anybody is assigned', () =>
    submitted.when(declareConflict, by('bob'), { nature: 'family' }).decides(ConflictDeclared({ reviewer: 'bob', nature: 'family' })));

  it('is declared once', () => underReview.and(conflict).when(declareConflict, ana, { nature: 'family' }).refuses('conflict-already-declared'));

  it('is not for the holder', () => underReview.when(declareConflict, by('hanna'), { nature: 'family' }).refuses('not-by-the-holder'));
});

describe('submit-review', () => {
  it('records the marks of the reviewer who was assigned', () => underReview.when(submitReview, ana, reviewGiving(4)).decides(anasReview));

  it('refuses anybody else', () => underReview.when(submitReview, by('bob'), reviewGiving(4)).refuses('reviewer-not-assigned'));

  it('refuses a reviewer in conflict of interest', () =>
    underReview.and(conflict).when(submitReview, ana, reviewGiving(4)).refuses('conflict-of-interest'));

  it('is submitted once', () => underReview.and(anasReview).when(submitReview, ana, reviewGiving(5)).refuses('review-already-submitted'));

  it('names the criteria that were left out', () => {
    const whole = reviewGiving(4);
    return underReview
      .when(submitReview, ana, { ...whole, marks: whole.marks.slice(2) })
      .refuses('criteria-not-scored', { criteria: ['combination', 'cooperation'] });
  });

  it('refuses criteria that the policy has not, and those marked twice', () => {
    const whole = reviewGiving(4);
    const more = [
      { criterion: 'charm', mark: 5, reason: 'Charming.' },
      { criterion: 'novelty', mark: 5, reason: 'Again.' },
    ];
    return underReview
      .when(submitReview, ana, { ...whole, marks: [...whole.marks, ...more] })
      .refuses('criteria-unknown', { criteria: ['charm', 'novelty'] });
  });

  it.each([4.2, -0.5, 5.5])('does not accept the mark %d', (mark) => {
    const whole = reviewGiving(4);
    const wrong = [{ ...whole.marks[0]!, mark }, ...whole.marks.slice(1)];
    expect(submitReview.data.safeParse({ ...whole, marks: wrong }).success).toBe(false);
  });

  it('is submitted again when the policy has changed its criteria since', () => {
    const policy = Policy.parse({ rubric: [{ criterion: 'scope', block: 'value', points: 100 }], tieBreak: [] });
    const changed = underReview
      .and(anasReview)
      .andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-03-01', policy }));
    const again = { ...reviewGiving(4), marks: [{ criterion: 'scope', mark: 3, reason: 'Wide.' }] };
    return changed.when(submitReview, ana, again).decides(ReviewSubmitted({ ...again, reviewer: 'ana' }));
  });
});

describe('the reviews that an application needs', () => {
  const given = (...reviews: readonly number[]): Reviews =>
    Object.fromEntries(reviews.map((mark, index) => [`reviewer-${index}`, { marks: marks(mark) }]));

  it('are two', () => {
    expect(reviewsNeeded({}, defaultPolicy)).toBe(2);
    expect(reviewsNeeded(given(4), defaultPolicy)).toBe(1);
    expect(reviewsNeeded(given(4, 3), defaultPolicy)).toBe(0);
  });

  it('are three when two differ by more than 20 points', () => {
    expect(reviewsNeeded(given(4, 2.5), defaultPolicy)).toBe(1);
    expect(reviewsNeeded(given(4, 2.5, 3), defaultPolicy)).toBe(0);
  });

  it('do not count a reviewer in conflict, whenever it was declared', () => {
    const reviews = { ...given(4, 3), 'reviewer-1': { marks: marks(3), conflict: 'family' as const } };
    expect(validReviews(reviews).map(({ reviewer }) => reviewer)).toEqual(['reviewer-0']);
    expect(reviewsNeeded(reviews, defaultPolicy)).toBe(1);
  });
});
