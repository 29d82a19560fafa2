import { describe, expect, it } from 'vitest';
import { by, type World } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { inReserve } from '../../testing/appeal-stories.ts';
import { levels, reviewGiving } from '../../testing/samples.ts';
import { draftApplication, inConcept, readyForPilot, selected, submitted, underReview } from '../../testing/stories.ts';
import { DeclaredEligible } from '../application/application.ts';
import { decideFunding } from '../funding/decide-funding.ts';
import { MilestoneAgreed, MilestoneAssessed, MilestoneReported } from '../milestones/milestones.ts';
import { GateDecided, ProjectCompleted } from '../phases/phases.ts';
import { project } from '../project.ts';
import { ApplicationReserved, ApplicationSelected } from '../selection/selection.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { SrlAssessed, SrlReviewOpened } from '../srl/srl.ts';
import { confirmAfterConflict } from './confirm-after-conflict.ts';
import { ConfirmedAfterConflict } from './conflicts.ts';
import { declareConflict } from './declare-conflict.ts';
import { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from './review.ts';

const PROJECT = 'project-repair';
const ana = by('ana');
const family = { nature: 'family' } as const;
const anasReview = ReviewSubmitted({ ...reviewGiving(4), reviewer: 'ana' });
const reviewed = underReview.at('2027-04-01T10:00:00Z').and(anasReview);
const given = { decision: 'project-repair@6', type: 'review-submitted', at: '2027-04-01T10:00:00Z' };

/** The selection of 20 April, which ana's review entered. */
const chosen = reviewed.at('2027-04-20T10:00:00Z').record(by('chair'), {
  stream: PROJECT,
  decision: ApplicationSelected({ rank: 1, total: 80, amount: 10_000_000, shares: [{ funder: 'region', amount: 10_000_000 }] }),
});
const ranked = { decision: 'project-repair@7', type: 'application-selected', at: '2027-04-20T10:00:00Z' };
const late = chosen.at('2027-04-22T10:00:00Z').and(ConflictDeclared({ reviewer: 'ana', ...family, touches: [given, ranked], reopens: 'review' }));

const under = (world: World, lateConflict: 'record' | 'reopen-selection') =>
  world.andOn(
    'programme-breakthrough',
    PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-04-21', policy: Policy.parse({ review: { lateConflict } }) }),
  );

describe('declare-conflict', () => {
  it('is recorded for whoever declares it', () =>
    underReview.when(declareConflict, ana, family).decides(ConflictDeclared({ reviewer: 'ana', ...family })));

  it('can come before anybody is assigned', () =>
    submitted.when(declareConflict, by('bob'), family).decides(ConflictDeclared({ reviewer: 'bob', ...family })));

  it('lists the review that was given, which counts no more before the selection', () =>
    reviewed.when(declareConflict, ana, family).decides(ConflictDeclared({ reviewer: 'ana', ...family, touches: [given] })));

  it('comes after the selection too: it lists the review and the ranking that it entered, and reopens them', () =>
    chosen.when(declareConflict, ana, family).decides(ConflictDeclared({ reviewer: 'ana', ...family, touches: [given, ranked], reopens: 'review' })));

  it('reopens the selection where the policy says so, and nothing where it says that it is only recorded', async () => {
    const declared = { reviewer: 'ana', ...family, touches: [given, ranked] };
    const on = chosen.at('2027-04-22T10:00:00Z');
    await under(on, 'reopen-selection')
      .when(declareConflict, ana, family)
      .decides(ConflictDeclared({ ...declared, reopens: 'selection' }));
    await under(on, 'record').when(declareConflict, ana, family).decides(ConflictDeclared(declared));
  });

  it('is for whoever decides too: an administrator who found the application eligible', () => {
    const eligible = submitted
      .at('2027-03-08T10:00:00Z')
      .record(by('administrator'), { stream: PROJECT, decision: DeclaredEligible({ reasons: [] }) });
    const found = { decision: 'project-repair@4', type: 'declared-eligible', at: '2027-03-08T10:00:00Z' };
    return eligible
      .when(declareConflict, by('administrator'), family)
      .decides(ConflictDeclared({ reviewer: 'administrator', ...family, touches: [found], reopens: 'review' }));
  });

  it('reopens nothing for somebody who took no part', () =>
    chosen.when(declareConflict, by('zoe'), family).decides(ConflictDeclared({ reviewer: 'zoe', ...family })));

  it('is declared once', () => late.when(declareConflict, ana, family).refuses('conflict-already-declared', { nature: 'family' }));

  it('is not for the holder', () => underReview.when(declareConflict, by('hanna'), family).refuses('not-by-the-holder'));

  it('waits for something to judge, and ends with the project', async () => {
    await draftApplication.when(declareConflict, ana, family).refuses('nothing-to-judge', { stage: 'draft' });
    const ended = inConcept.and(ProjectCompleted({ outcome: 'completed', results: 'All is shared.' }));
    await ended.when(declareConflict, ana, family).refuses('nothing-to-judge', { stage: 'ended' });
  });
});

describe('the judgements that a person took part in', () => {
  it('are those that they took, and the ranking that their review entered', () => {
    const { ana: anas, chair } = chosen.state(project).partakings;
    expect(anas).toEqual([given, ranked]);
    expect(chair).toEqual([ranked]);
  });

  it('go on through the phases: milestones, SRL assessments, gates', () => {
    const assessed = inConcept
      .and(MilestoneAgreed({ milestone: 'trials', title: 'Trials', expected: 'Observations.', dueOn: '2027-09-30' }))
      .and(MilestoneReported({ milestone: 'trials', report: 'Done.' }))
      .record(by('bob'), { stream: PROJECT, decision: MilestoneAssessed({ milestone: 'trials', outcome: 'reached', evidence: 'A visit.' }) })
      .record(by('chair'), {
        stream: PROJECT,
        decision: GateDecided({ outcome: 'pause', from: 'concept', conditions: [], reasons: 'Wait.' }),
      });
    const { bob, chair } = assessed.state(project).partakings;
    expect(bob?.map(({ type }) => type)).toEqual(['milestone-assessed']);
    expect(chair?.map(({ type }) => type)).toEqual(['gate-decided']);
  });

  it('are not those of an import or of the process', () => {
    const imported = reviewed.record(
      { kind: 'import', id: 'operator' },
      { stream: PROJECT, decision: ApplicationReserved({ rank: 2, total: 70, amount: 1 }) },
    );
    expect(Object.keys(imported.state(project).partakings)).not.toContain('operator');
  });
});

describe('an SRL review that is open', () => {
  const assessed = inConcept
    .at('2027-12-07T10:00:00Z')
    .and(SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' }))
    .and(SrlAssessed({ review: 1, assessor: 'bob', scale: SRL_SCALE, claimed: 2, levels: levels(2, 2, 2) }));

  it('loses the assessment of somebody in conflict of interest, and nothing else is reopened', async () => {
    const touched = { decision: expect.any(String), type: 'srl-assessed', at: '2027-12-07T10:00:00Z' };
    const asked = assessed.when(declareConflict, by('bob'), family);
    const { decision } = (await asked.after()).past.at(-1)!;
    expect(decision.data).toEqual({ reviewer: 'bob', nature: 'family', touches: [touched] });
    const { open } = (await asked.after()).state(project).srl;
    expect(open).toMatchObject({ review: 1, assessments: [] });
    expect(open?.assessment).toBeUndefined();
  });

  it('keeps the assessment of another', async () => {
    const after = await assessed.when(declareConflict, by('zoe'), family).after();
    expect(after.state(project).srl.open?.assessment?.assessor).toBe('bob');
  });

  it('does not undo one that was concluded: that is reassessed', async () => {
    const before = readyForPilot.and(SrlAssessed({ review: 1, assessor: 'bob', scale: SRL_SCALE, claimed: 2, levels: levels(2, 2, 2) }));
    const after = await before.when(declareConflict, by('bob'), family).after();
    expect(after.state(project).conflicts.bob?.reopens).toBe('review');
  });
});

describe('after a late declaration', () => {
  const confirming = { person: 'ana', reasons: 'The two other reviews put it above the thresholds.' };
  const due = async (world: World) =>
    (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => kind === 'reassess-after-conflict');

  it('an administrator has to look again at what it touches, within 15 days', async () => {
    expect(await due(chosen)).toEqual([]);
    expect(await due(late)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-05-07T22:00:00Z' }]);
  });

  it('it can stand, with reasons', async () => {
    const asked = late.when(confirmAfterConflict, by('administrator'), confirming);
    await asked.decides(ConfirmedAfterConflict({ person: 'ana', confirmed: ['project-repair@6', 'project-repair@7'], reasons: confirming.reasons }));
    const settled = await asked.after();
    expect(await due(settled)).toEqual([]);
    await settled.when(confirmAfterConflict, by('administrator'), confirming).refuses('nothing-to-reassess', { person: 'ana' });
    expect(Object.keys(settled.state(project).conflicts)).toEqual(['ana']);
  });

  it('it is not confirmed by whoever took one of those decisions', () =>
    late.when(confirmAfterConflict, by('chair'), confirming).refuses('decided-by-the-same-person'));

  it('nor by somebody in conflict of interest, nor by the holder', async () => {
    await late.when(confirmAfterConflict, ana, confirming).refuses('conflict-of-interest', { nature: 'family' });
    await late.when(confirmAfterConflict, by('hanna'), confirming).refuses('not-by-the-holder');
  });

  it('nothing is confirmed where nothing was reopened, nor once the project has ended', async () => {
    await chosen.when(confirmAfterConflict, by('administrator'), confirming).refuses('nothing-to-reassess');
    const ended = late.and(ProjectCompleted({ outcome: 'completed', results: 'All is shared.' }));
    await ended.when(confirmAfterConflict, by('administrator'), confirming).refuses('nothing-to-reassess');
  });

  it('no funder decides while the selection is reopened', async () => {
    const grant = { funder: 'region', outcome: 'granted' } as const;
    const conflict = (reopens: 'review' | 'selection') => ConflictDeclared({ reviewer: 'ana', ...family, touches: [given], reopens });
    await selected.and(conflict('selection')).when(decideFunding, by('officer'), grant).refuses('conflict-unsettled');
    const settled = selected.and(conflict('selection'), ConfirmedAfterConflict({ person: 'ana', confirmed: [], reasons: 'It stands.' }));
    expect((await settled.when(decideFunding, by('officer'), grant).after()).version()).toBe(settled.version() + 1);
    const reviewOnly = selected.and(conflict('review'));
    expect((await reviewOnly.when(decideFunding, by('officer'), grant).after()).version()).toBe(reviewOnly.version() + 1);
  });

  it('one who waits in reserve is looked at again too', async () => {
    const waiting = inReserve.and(ConflictDeclared({ reviewer: 'ana', ...family, touches: [given], reopens: 'review' }));
    expect(await due(waiting)).toHaveLength(1);
  });
});

describe('reviewers who are missing', () => {
  const missing = async (world: World) =>
    (await processView('project', 'repair', world.load)).obligations.filter(({ kind }) => kind === 'assign-reviewers');
  const two = reviewed.and(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-20' }));

  it('are sought from the day on which the application came into review', async () => {
    expect(await missing(underReview)).toMatchObject([{ for: { role: 'administrator' }, due: '2027-03-18T23:00:00Z' }]);
    expect(await missing(submitted)).toEqual([]);
    expect(await missing(two)).toEqual([]);
  });

  it('are sought anew from the day on which one was lost', async () => {
    const lost = two.at('2027-04-10T10:00:00Z').and(ConflictDeclared({ reviewer: 'bob', ...family }));
    expect(await missing(lost)).toMatchObject([{ due: '2027-04-20T22:00:00Z' }]);
  });

  it('are sought for a third review from the day on which the second turned out to differ', async () => {
    const apart = two.at('2027-04-12T10:00:00Z').and(ReviewSubmitted({ ...reviewGiving(2), reviewer: 'bob' }));
    expect(await missing(apart)).toMatchObject([{ due: '2027-04-22T22:00:00Z' }]);
    expect(await missing(apart.and(ReviewerAssigned({ reviewer: 'cleo', dueOn: '2027-05-20' })))).toEqual([]);
  });
});
