import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { defaultPolicy, marks, reviewGiving } from '../../testing/samples.ts';
import { inReview, selected, submitted, underReview } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { assignReviewer } from './assign-reviewer.ts';
import { declineReview } from './decline-review.ts';
import { extendReview } from './extend-review.ts';
import { releaseReviewer } from './release-reviewer.ts';
import { replaceReviewer } from './replace-reviewer.ts';
import { ConflictDeclared, ReviewDeclined, ReviewExtended, ReviewerAssigned, ReviewerReleased, ReviewSubmitted, type Reviews } from './review.ts';
import { awaitedReviewers, marksThatCount, reviewersNeeded, reviewsNeeded, validReviews } from './reviews-needed.ts';
import { submitReview } from './submit-review.ts';
import { visibleReviews } from './visible-reviews.ts';

const administrator = by('administrator');
const ana = by('ana');
const conflict = ConflictDeclared({ reviewer: 'ana', nature: 'board-member' });
const anasReview = ReviewSubmitted({ ...reviewGiving(4), reviewer: 'ana' });
const released = ReviewerReleased({ reviewer: 'ana', reason: 'No answer to two reminders.' });

describe('assign-reviewer', () => {
  it('gives the reviewer the days of the policy', () =>
    inReview.when(assignReviewer, administrator, { reviewer: 'bob' }).decides(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-07' })));

  it('refuses before the application is found eligible', () =>
    submitted.when(assignReviewer, administrator, { reviewer: 'bob' }).refuses('not-in-review'));

  it('refuses the holder', () => inReview.when(assignReviewer, administrator, { reviewer: 'hanna' }).refuses('not-by-the-holder'));

  it('refuses one who declared a conflict of interest', () =>
    inReview.and(conflict).when(assignReviewer, administrator, { reviewer: 'ana' }).refuses('conflict-of-interest', { nature: 'board-member' }));

  it('refuses one who is assigned already', () =>
    underReview.when(assignReviewer, administrator, { reviewer: 'ana' }).refuses('reviewer-already-assigned', { reviewer: 'ana' }));

  it.each([
    ['declined', ReviewDeclined({ reviewer: 'ana', nature: 'workload' })],
    ['was released', released],
  ])('refuses one who %s', (_, left) =>
    underReview.and(left).when(assignReviewer, administrator, { reviewer: 'ana' }).refuses('reviewer-left', { reviewer: 'ana' }),
  );
});

describe('decline-review', () => {
  it('says why, and somebody else is needed', async () => {
    const asked = underReview.when(declineReview, ana, { nature: 'workload' });
    await asked.decides(ReviewDeclined({ reviewer: 'ana', nature: 'workload' }));
    expect((await asked.after()).state(project).reviews).toEqual({ ana: { left: true } });
  });

  it('declares the conflict of interest that is the reason', () =>
    underReview
      .when(declineReview, ana, { nature: 'conflict', conflict: 'family' })
      .decides(ReviewDeclined({ reviewer: 'ana', nature: 'conflict' }), ConflictDeclared({ reviewer: 'ana', nature: 'family' })));

  it.each([{ nature: 'conflict' }, { nature: 'workload', conflict: 'family' }])(
    'does not accept %o: the tie is named where it is the reason',
    (data) => expect(declineReview.data.safeParse(data).success).toBe(false),
  );

  it('is for the reviewer who was asked', () => underReview.when(declineReview, by('bob'), { nature: 'expertise' }).refuses('reviewer-not-assigned'));

  it('is not done after the selection', () => selected.when(declineReview, ana, { nature: 'workload' }).refuses('not-in-review'));

  it('is not done once the review is submitted', () =>
    underReview.and(anasReview).when(declineReview, ana, { nature: 'workload' }).refuses('review-already-submitted'));

  it('is not needed after a conflict of interest', () =>
    underReview.and(conflict).when(declineReview, ana, { nature: 'workload' }).refuses('conflict-already-declared', { nature: 'board-member' }));
});

describe('release-reviewer', () => {
  const releasing = { reviewer: 'ana', reason: 'No answer to two reminders.' };

  it('takes the review away', () => underReview.when(releaseReviewer, administrator, releasing).decides(released));

  it('is for an application in review', () => selected.when(releaseReviewer, administrator, releasing).refuses('not-in-review'));

  it('refuses where no review was asked for', () =>
    underReview.when(releaseReviewer, administrator, { ...releasing, reviewer: 'bob' }).refuses('review-not-awaited', { reviewer: 'bob' }));

  it('leaves a review that is in', () =>
    underReview.and(anasReview).when(releaseReviewer, administrator, releasing).refuses('review-already-submitted'));
});

describe('replace-reviewer', () => {
  const replacing = { reviewer: 'ana', replacement: 'bob', reason: 'No answer to two reminders.' };

  it('releases one and asks another, with the whole time for it', () =>
    underReview.when(replaceReviewer, administrator, replacing).decides(released, ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-12' })));

  it('refuses where no review was asked for, or it is in', async () => {
    await underReview.when(replaceReviewer, administrator, { ...replacing, reviewer: 'cleo' }).refuses('review-not-awaited');
    await underReview.and(anasReview).when(replaceReviewer, administrator, replacing).refuses('review-already-submitted');
    await selected.when(replaceReviewer, administrator, replacing).refuses('not-in-review');
  });

  it('refuses a replacement who cannot review it', async () => {
    const two = underReview.and(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-09' }));
    await two.when(replaceReviewer, administrator, replacing).refuses('reviewer-already-assigned');
    await underReview.when(replaceReviewer, administrator, { ...replacing, replacement: 'hanna' }).refuses('not-by-the-holder');
    await two
      .and(ReviewDeclined({ reviewer: 'bob', nature: 'expertise' }))
      .when(replaceReviewer, administrator, replacing)
      .refuses('reviewer-left');
    await underReview
      .and(ConflictDeclared({ reviewer: 'bob', nature: 'family' }))
      .when(replaceReviewer, administrator, replacing)
      .refuses('conflict-of-interest');
  });
});

describe('extend-review', () => {
  const extending = { reviewer: 'ana', dueOn: '2027-04-10', reason: 'A piece came late.' };

  it('sets a later day', async () => {
    const asked = underReview.when(extendReview, administrator, extending);
    await asked.decides(ReviewExtended(extending));
    expect((await asked.after()).state(project).reviews.ana?.assigned?.dueOn).toBe('2027-04-10');
  });

  it('refuses a day that is not later than the one set', () =>
    underReview.when(extendReview, administrator, { ...extending, dueOn: '2027-04-09' }).refuses('review-date-not-later', { dueOn: '2027-04-09' }));

  it('refuses a day that is over', () =>
    underReview
      .at('2027-04-20T10:00:00Z')
      .when(extendReview, administrator, { ...extending, dueOn: '2027-04-19' })
      .refuses('review-date-not-later'));

  it('takes the same day, once the old one is over', () =>
    underReview
      .at('2027-04-20T10:00:00Z')
      .when(extendReview, administrator, { ...extending, dueOn: '2027-04-20' })
      .decides(ReviewExtended({ ...extending, dueOn: '2027-04-20' })));

  it('is for a review that is awaited', async () => {
    await underReview.when(extendReview, administrator, { ...extending, reviewer: 'bob' }).refuses('review-not-awaited');
    await underReview.and(anasReview).when(extendReview, administrator, extending).refuses('review-already-submitted');
    await selected.when(extendReview, administrator, extending).refuses('not-in-review');
  });
});

describe('submit-review', () => {
  it('records the marks of the reviewer who was assigned', () => underReview.when(submitReview, ana, reviewGiving(4)).decides(anasReview));

  it('refuses before the application is in review', () => submitted.when(submitReview, ana, reviewGiving(4)).refuses('not-in-review'));

  it('refuses anybody else', () => underReview.when(submitReview, by('bob'), reviewGiving(4)).refuses('reviewer-not-assigned'));

  it('refuses a reviewer who was released', () =>
    underReview.and(released).when(submitReview, ana, reviewGiving(4)).refuses('reviewer-not-assigned'));

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
  const assigned = { at: '2027-03-10T10:00:00Z', id: 'project-repair@5', dueOn: '2027-04-09' };
  const agreed = { at: '2027-04-10T10:00:00Z', id: 'project-repair@9', agreedBy: ['reviewer-0', 'reviewer-1'], marks: marks(3) };

  it('are two', () => {
    expect(reviewsNeeded({}, defaultPolicy)).toBe(2);
    expect(reviewsNeeded(given(4), defaultPolicy)).toBe(1);
    expect(reviewsNeeded(given(4, 3), defaultPolicy)).toBe(0);
  });

  it('are three when two differ by more than 20 points, and no more after a consensus', () => {
    expect(reviewsNeeded(given(4, 2.5), defaultPolicy)).toBe(1);
    expect(reviewsNeeded(given(4, 3), defaultPolicy)).toBe(0);
    expect(reviewsNeeded(given(4, 2.5, 3), defaultPolicy)).toBe(0);
    expect(reviewsNeeded(given(4, 2.5), defaultPolicy, agreed)).toBe(0);
  });

  it('do not count a reviewer in conflict, whenever it was declared', () => {
    const reviews = { ...given(4, 3), 'reviewer-1': { marks: marks(3), conflict: 'family' as const } };
    expect(validReviews(reviews).map(({ reviewer }) => reviewer)).toEqual(['reviewer-0']);
    expect(reviewsNeeded(reviews, defaultPolicy)).toBe(1);
  });

  it('count those at work when reviewers are sought', () => {
    const atWork = { ...given(4), bob: { assigned }, cleo: { assigned, conflict: 'family' as const }, dan: { left: true as const } };
    expect(awaitedReviewers(atWork)).toEqual(['bob']);
    expect(reviewersNeeded(atWork, defaultPolicy)).toBe(0);
    expect(reviewersNeeded(given(4), defaultPolicy)).toBe(1);
    expect(reviewersNeeded({ ...atWork, eve: { assigned } }, defaultPolicy)).toBe(0);
  });

  it('give their marks to the ranking, or those that were agreed on', () => {
    expect(marksThatCount(given(4, 2), undefined)).toEqual([marks(4), marks(2)]);
    expect(marksThatCount(given(4, 2), agreed)).toEqual([marks(3)]);
  });
});

describe('blind review', () => {
  const two = underReview.and(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-09' }));
  const anaDone = two.and(anasReview).state(project);
  const open = Policy.parse({ review: { blind: false } });

  it('shows a reviewer nothing of the others until their own review is in', () => {
    expect(visibleReviews(anaDone, 'bob', defaultPolicy)).toEqual([]);
    const bothDone = two.and(anasReview, ReviewSubmitted({ ...reviewGiving(3), reviewer: 'bob' })).state(project);
    expect(visibleReviews(bothDone, 'bob', defaultPolicy)).toEqual(['ana', 'bob']);
    expect(visibleReviews(anaDone, 'ana', defaultPolicy)).toEqual(['ana']);
  });

  it('shows what is submitted to whoever does not review, and to all where the policy is not blind', () => {
    expect(visibleReviews(anaDone, 'administrator', defaultPolicy)).toEqual(['ana']);
    expect(visibleReviews(anaDone, 'bob', open)).toEqual(['ana']);
  });

  it('shows nothing to the holder, nor to somebody in conflict of interest', () => {
    expect(visibleReviews(anaDone, 'hanna', open)).toEqual([]);
    expect(visibleReviews(two.and(anasReview, conflict).state(project), 'ana', open)).toEqual([]);
  });
});
