import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { levels, planFor } from '../../testing/samples.ts';
import { inConcept, inPilot } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { AccompanierNamed, AccompanierReleased } from '../support/support.ts';
import { assessSrl } from './assess-srl.ts';
import { assessWorkSrl } from './assess-work-srl.ts';
import { type Assessment, differencesOf, isBetween, settledLevels } from './assessments.ts';
import { concludeSrlReview } from './conclude-srl-review.ts';
import { figuresOf } from './figures.ts';
import { openSrlReview } from './open-srl-review.ts';
import { reconcileSrl } from './reconcile-srl.ts';
import { type AssessedLevel, LevelOutcome, SRL_SCALE } from './scale.ts';
import { SrlAssessed, SrlReconciled, SrlReviewConcluded, SrlReviewOpened } from './srl.ts';
import { WorkSrlAssessed } from './works.ts';

const chair = by('chair');
const ana = by('ana');
const bob = by('bob');
const hanna = by('hanna');
const twoInConcept = Policy.parse({ srlAssessors: { concept: 2, pilot: 1, institutionalisation: 1 } });
const adopted = PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-12-01', policy: twoInConcept });
const opening = { review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' } as const;
const opened = inConcept.at('2027-12-07T10:00:00Z').and(SrlReviewOpened({ ...opening, assessors: 2 }));
const assessment = (assessor: string, found: AssessedLevel[]) =>
  SrlAssessed({ review: 1, assessor, scale: SRL_SCALE, claimed: found.length, levels: found });
const byAna = opened.and(assessment('ana', levels(4, 4, 3)));
const agreeing = byAna.and(assessment('bob', levels(4, 4, 3)));
const differing = byAna.and(assessment('bob', levels(3, 3, 2)));
const settled = (...found: readonly [number, AssessedLevel['outcome']][]): AssessedLevel[] =>
  found.map(([level, outcome]) => ({ level, outcome, evidence: 'Seen together.' }));
const agreed = { levels: settled([3, 'to-consolidate'], [4, 'not-reached']), reasons: 'A joint visit.' };
const concluded = { review: 1, scale: SRL_SCALE, claimed: 4 };

describe('two assessors', () => {
  it('are asked for where the policy of the phase says so, and not elsewhere', async () => {
    const concept = inConcept.andOn('programme-breakthrough', adopted).at('2027-12-07T10:00:00Z');
    await concept.when(openSrlReview, theProcess, {}).decides(SrlReviewOpened({ ...opening, assessors: 2 }));
    const pilot = inPilot.andOn('programme-breakthrough', adopted).at('2028-07-17T10:00:00Z');
    await pilot
      .when(openSrlReview, theProcess, {})
      .decides(SrlReviewOpened({ review: 2, phase: 'pilot', dueOn: '2028-08-16', lapsesOn: '2029-01-17' }));
  });

  it('both have to assess before the review is concluded', () =>
    byAna.when(concludeSrlReview, chair, { consolidationPlan: planFor(4) }).refuses('srl-assessor-missing', { assessors: 2 }));

  it('that agree need nothing more', () =>
    agreeing
      .when(concludeSrlReview, chair, { consolidationPlan: planFor(4) })
      .decides(SrlReviewConcluded({ ...concluded, reached: 4, consolidated: 3, consolidationPlan: planFor(4) })));

  it('that differ are reconciled first', () =>
    differing.when(concludeSrlReview, chair, { consolidationPlan: [] }).refuses('srl-not-reconciled', { levels: [3, 4] }));

  it('are two: a third person does not assess, each may correct their own', async () => {
    await agreeing.when(assessSrl, by('cleo'), { claimed: 1, levels: levels(1, 1, 1) }).refuses('srl-assessors-complete');
    const corrected = await agreeing.when(assessSrl, bob, { claimed: 4, levels: levels(4, 3, 3) }).after();
    expect(corrected.state(project).srl.open?.assessments.map(({ assessor }) => assessor)).toEqual(['ana', 'bob']);
    await corrected.when(concludeSrlReview, chair, { consolidationPlan: [] }).refuses('srl-not-reconciled', { levels: [4] });
  });
});

describe('reconcile-srl', () => {
  it('records what is agreed on each level where the two differ', () =>
    differing
      .when(reconcileSrl, chair, { ...agreed, levels: agreed.levels.toReversed() })
      .decides(SrlReconciled({ review: 1, assessors: ['ana', 'bob'], scale: SRL_SCALE, claimed: 4, ...agreed })));

  it('leads to a conclusion that rests on what was agreed and on what both found', async () => {
    const reconciled = await differing.when(reconcileSrl, chair, agreed).after();
    await reconciled
      .when(concludeSrlReview, chair, { consolidationPlan: planFor(3) })
      .decides(SrlReviewConcluded({ ...concluded, reached: 3, consolidated: 2, consolidationPlan: planFor(3) }));
  });

  it('is void once an assessor corrects what they found', async () => {
    const reconciled = await differing.when(reconcileSrl, chair, agreed).after();
    const corrected = await reconciled.when(assessSrl, bob, { claimed: 4, levels: levels(4, 4, 2) }).after();
    await corrected.when(concludeSrlReview, chair, { consolidationPlan: planFor(3) }).refuses('srl-not-reconciled', { levels: [3] });
  });

  it('settles every level that differs, once, and no other', async () => {
    const ask = (...found: readonly [number, AssessedLevel['outcome']][]) =>
      differing.when(reconcileSrl, chair, { levels: settled(...found), reasons: 'A visit.' });
    await ask([3, 'consolidated']).refuses('srl-differences-unsettled', { levels: [4] });
    await ask([2, 'consolidated'], [3, 'consolidated'], [4, 'not-reached']).refuses('srl-differences-unsettled', { levels: [2] });
    await ask([3, 'consolidated'], [3, 'consolidated'], [4, 'not-reached']).refuses('srl-differences-unsettled', { levels: [3] });
  });

  it('stays between what the two found', () =>
    differing
      .when(reconcileSrl, chair, { levels: settled([3, 'not-reached'], [4, 'consolidated']), reasons: 'A visit.' })
      .refuses('srl-beyond-assessments', { levels: [3, 4] }));

  it('needs two assessments that differ', async () => {
    await agreeing.when(reconcileSrl, chair, agreed).refuses('srl-assessments-agree');
    await byAna.when(reconcileSrl, chair, agreed).refuses('srl-assessments-agree');
    await inConcept.when(reconcileSrl, chair, agreed).refuses('srl-review-not-open');
  });

  it('is neither for the holder nor for whoever accompanies the project', async () => {
    await differing.when(reconcileSrl, hanna, agreed).refuses('not-by-the-holder');
    await differing
      .and(AccompanierNamed({ accompanier: 'chair' }))
      .when(reconcileSrl, chair, agreed)
      .refuses('accompanies-the-project');
  });
});

describe('an accompanier', () => {
  const found = { claimed: 4, levels: levels(4, 3, 2) };

  it('never assesses the SRL of the project, even after', async () => {
    const accompanied = opened.and(AccompanierNamed({ accompanier: 'ana' }));
    await accompanied.when(assessSrl, ana, found).refuses('accompanies-the-project');
    await accompanied
      .and(AccompanierReleased({ accompanier: 'ana' }))
      .when(assessSrl, ana, found)
      .refuses('accompanies-the-project');
    await accompanied.when(assessSrl, bob, found).decides(SrlAssessed({ review: 1, assessor: 'bob', scale: SRL_SCALE, ...found }));
  });
});

describe('evidence', () => {
  const attachment = { hash: 'a'.repeat(64), name: 'Minutes', mediaType: 'application/pdf', size: 1, confidentiality: 'restricted' } as const;
  const level = { level: 1, outcome: 'consolidated', evidence: 'Minutes of a workshop.', confidentiality: 'programme' } as const;

  it('carries files and the class that says who may see it', () =>
    opened
      .when(assessSrl, ana, { claimed: 1, levels: [{ ...level, attachments: [attachment] }] })
      .decides(assessment('ana', [{ ...level, attachments: [attachment] }])));
});

describe('assess-work-srl', () => {
  const found = { work: 'Trial workshops', claimed: 5, levels: levels(5, 5, 4) };

  it('places a work apart from its project, whose own figures stay', async () => {
    const asked = inPilot.when(assessWorkSrl, ana, { ...found, levels: found.levels.toReversed() });
    await asked.decides(WorkSrlAssessed({ ...found, assessor: 'ana', scale: SRL_SCALE, reached: 5, consolidated: 4 }));
    const { srl, workSrl } = (await asked.after()).state(project);
    expect(srl.concluded).toMatchObject({ reached: 4, consolidated: 3 });
    expect(workSrl).toEqual([{ work: 'Trial workshops', at: inPilot.now, reached: 5, consolidated: 4 }]);
  });

  it('keeps the last assessment of each work', async () => {
    const twice = await (await inPilot.when(assessWorkSrl, ana, found).after())
      .when(assessWorkSrl, bob, { ...found, claimed: 2, levels: levels(2, 1, 1) })
      .after();
    expect(twice.state(project).workSrl.map(({ work, reached }) => ({ work, reached }))).toEqual([{ work: 'Trial workshops', reached: 1 }]);
  });

  it('is for works that the project has', () =>
    inPilot.when(assessWorkSrl, ana, { ...found, work: 'A bakery' }).refuses('work-unknown', { work: 'A bakery' }));

  it('covers every level up to the claimed one', () =>
    inPilot.when(assessWorkSrl, ana, { ...found, claimed: 6 }).refuses('srl-levels-incomplete', { levels: [6] }));

  it('is neither for the holder nor for whoever accompanies the project', async () => {
    await inPilot.when(assessWorkSrl, hanna, found).refuses('not-by-the-holder');
    await inPilot
      .and(AccompanierNamed({ accompanier: 'ana' }))
      .when(assessWorkSrl, ana, found)
      .refuses('accompanies-the-project');
  });

  it('waits for the first phase', () =>
    inConcept
      .of('project-other')
      .and(
        ...inConcept.past
          .filter(({ stream }) => stream === 'project-repair')
          .slice(0, 3)
          .map(({ decision }) => decision),
      )
      .when(assessWorkSrl, ana, found)
      .refuses('project-not-running', { stage: 'submitted' }));
});

describe('any two assessments', () => {
  const found = fc.array(fc.constantFrom(...LevelOutcome.options), { minLength: 1, maxLength: 9 });
  const as = (assessor: string, outcomes: readonly LevelOutcome[]): Assessment => ({
    assessor,
    scale: SRL_SCALE,
    claimed: outcomes.length,
    levels: outcomes.map((outcome, index) => ({ level: index + 1, outcome, evidence: 'Seen.' })),
  });

  it('settle on levels reached that at least one assessor found, whatever is agreed between them', () =>
    fc.assert(
      fc.property(found, found, fc.array(fc.constantFrom(...LevelOutcome.options), { minLength: 9, maxLength: 9 }), (one, other, wanted) => {
        const assessments = [as('ana', one), as('bob', other)];
        const agreedOn = differencesOf(assessments).map((level) => ({ level, outcome: wanted[level - 1]! }));
        fc.pre(agreedOn.every((level) => isBetween(assessments, level)));
        const { reached, consolidated } = figuresOf(settledLevels({ assessments, agreed: agreedOn }));
        for (let level = 1; level <= reached; level += 1)
          expect([one[level - 1], other[level - 1]].some((it) => it && it !== 'not-reached')).toBe(true);
        for (let level = 1; level <= consolidated; level += 1) expect([one[level - 1], other[level - 1]]).toContain('consolidated');
        expect(reached).toBeLessThanOrEqual(Math.max(figuresOf(assessments[0]!.levels).reached, one.length, other.length));
      }),
    ));

  it('differ where one assessor went further than the other, save where that was not reached', () => {
    expect(differencesOf([as('ana', ['consolidated', 'to-consolidate']), as('bob', ['consolidated'])])).toEqual([2]);
    expect(differencesOf([as('ana', ['consolidated', 'not-reached']), as('bob', ['consolidated'])])).toEqual([]);
  });
});
