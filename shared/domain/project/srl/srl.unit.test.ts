import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import { levels, planFor } from '../../testing/samples.ts';
import { inConcept, inInstitutionalisation, inPilot, signed } from '../../testing/stories.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { assessSrl } from './assess-srl.ts';
import { concludeSrlReview } from './conclude-srl-review.ts';
import { figuresOf } from './figures.ts';
import { missSrlReview } from './miss-srl-review.ts';
import { openSrlReview } from './open-srl-review.ts';
import { SRL_SCALE } from './scale.ts';
import { SrlAssessed, SrlReviewConcluded, SrlReviewMissed, SrlReviewOpened } from './srl.ts';

const administrator = by('administrator');
const ana = by('ana');
const hanna = by('hanna');
const inDecember = inConcept.at('2027-12-07T10:00:00Z');
const opened = inDecember.and(SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' }));
const found = levels(4, 3, 2);
const assessed = opened.and(SrlAssessed({ review: 1, assessor: 'ana', scale: SRL_SCALE, claimed: 4, levels: found }));

describe('open-srl-review', () => {
  it('gives 30 days to conclude it, and one cadence of the phase before it counts as missed', () =>
    inDecember
      .when(openSrlReview, theProcess, {})
      .decides(SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' })));

  it('gives a year in the last phase', () =>
    inInstitutionalisation
      .at('2031-01-18T10:00:00Z')
      .when(openSrlReview, theProcess, {})
      .decides(SrlReviewOpened({ review: 3, phase: 'institutionalisation', dueOn: '2031-02-17', lapsesOn: '2032-01-18' })));

  it('gives three months after a return', () =>
    inPilot
      .at('2028-03-01T10:00:00Z')
      .and(
        GateDecided({ outcome: 'return', from: 'pilot', to: 'concept', reasons: 'Back.', conditions: [] }),
        PhaseEntered({ phase: 'concept', by: 'return' }),
      )
      .at('2028-06-01T10:00:00Z')
      .when(openSrlReview, theProcess, {})
      .decides(SrlReviewOpened({ review: 2, phase: 'concept', dueOn: '2028-07-01', lapsesOn: '2028-09-01' })));

  it('has one open at a time', () => opened.when(openSrlReview, administrator, {}).refuses('srl-review-open'));

  it('is for projects in a phase', () => signed.when(openSrlReview, administrator, {}).refuses('not-in-a-phase'));
});

describe('assess-srl', () => {
  it('covers every level up to the claimed one and pins the scale', () =>
    opened
      .when(assessSrl, ana, { claimed: 4, levels: [...found].reverse() })
      .decides(SrlAssessed({ review: 1, assessor: 'ana', scale: SRL_SCALE, claimed: 4, levels: found })));

  it('refuses an assessment that leaves out a level', () =>
    opened.when(assessSrl, ana, { claimed: 4, levels: found.filter(({ level }) => level !== 2) }).refuses('srl-levels-incomplete', { levels: [2] }));

  it('refuses a level beyond the claimed one, and one assessed twice', async () => {
    await opened.when(assessSrl, ana, { claimed: 3, levels: found }).refuses('srl-levels-incomplete', { levels: [4] });
    await opened.when(assessSrl, ana, { claimed: 4, levels: [...found, found[0]!] }).refuses('srl-levels-incomplete', { levels: [1] });
  });

  it('is never for the holder', () => opened.when(assessSrl, hanna, { claimed: 4, levels: found }).refuses('not-by-the-holder'));

  it('needs an open review', () => inDecember.when(assessSrl, ana, { claimed: 4, levels: found }).refuses('srl-review-not-open'));

  it('can be corrected until the review is concluded: the last one counts', async () => {
    const corrected = await assessed.when(assessSrl, by('bob'), { claimed: 4, levels: levels(4, 4, 4) }).after();
    await corrected
      .when(concludeSrlReview, administrator, { consolidationPlan: [] })
      .decides(SrlReviewConcluded({ review: 1, scale: SRL_SCALE, claimed: 4, reached: 4, consolidated: 4, consolidationPlan: [] }));
  });

  it('does not accept a level without evidence', () => {
    const bare = [{ level: 1, outcome: 'consolidated', evidence: '  ' }];
    expect(assessSrl.data.safeParse({ claimed: 1, levels: bare }).success).toBe(false);
  });
});

describe('conclude-srl-review', () => {
  const consolidationPlan = planFor(3);

  it('takes the levels reached and consolidated from the assessment', () =>
    assessed
      .when(concludeSrlReview, administrator, { consolidationPlan })
      .decides(SrlReviewConcluded({ review: 1, scale: SRL_SCALE, claimed: 4, reached: 3, consolidated: 2, consolidationPlan })));

  it('plans every level to consolidate', () =>
    assessed.when(concludeSrlReview, administrator, { consolidationPlan: [] }).refuses('consolidation-plan-incomplete', { levels: [3] }));

  it('plans no level that is consolidated, nor one that nobody assessed', () =>
    assessed
      .when(concludeSrlReview, administrator, { consolidationPlan: planFor(1, 3, 6) })
      .refuses('consolidation-plan-incomplete', { levels: [1, 6] }));

  it('may plan a level that is not reached yet', () =>
    assessed
      .when(concludeSrlReview, administrator, { consolidationPlan: planFor(3, 4) })
      .decides(SrlReviewConcluded({ review: 1, scale: SRL_SCALE, claimed: 4, reached: 3, consolidated: 2, consolidationPlan: planFor(3, 4) })));

  it('needs an assessment', () => opened.when(concludeSrlReview, administrator, { consolidationPlan: [] }).refuses('srl-not-assessed'));

  it('is not for the holder', () => assessed.when(concludeSrlReview, hanna, { consolidationPlan }).refuses('not-by-the-holder'));

  it('is done once', async () => {
    const concluded = await assessed.when(concludeSrlReview, administrator, { consolidationPlan }).after();
    await concluded.when(concludeSrlReview, administrator, { consolidationPlan }).refuses('srl-review-not-open');
    expect(concluded.state(project).srl.concluded).toMatchObject({ review: 1, reached: 3, consolidated: 2 });
  });
});

describe('miss-srl-review', () => {
  it('records a review that was never concluded, assessed or not', () =>
    assessed
      .at('2028-06-07T22:00:00Z')
      .when(missSrlReview, theProcess, {})
      .decides(SrlReviewMissed({ review: 1 })));

  it('refuses while it can still be concluded', () =>
    opened.at('2028-06-07T21:59:59Z').when(missSrlReview, theProcess, {}).refuses('srl-review-still-in-time'));

  it('needs an open review', () => inDecember.when(missSrlReview, theProcess, {}).refuses('srl-review-not-open'));
});

describe('the figures of an assessment', () => {
  const outcome = fc.constantFrom('not-reached' as const, 'to-consolidate' as const, 'consolidated' as const);
  const anyLevels = fc.array(outcome, { minLength: 1, maxLength: 9 }).map((all) => all.map((found, index) => ({ level: index + 1, outcome: found })));

  it('stop at the first gap, whatever is claimed above it', () =>
    expect(figuresOf([...levels(2, 2, 2), { level: 3, outcome: 'not-reached' }, { level: 4, outcome: 'consolidated' }])).toEqual({
      reached: 2,
      consolidated: 2,
    }));

  it('are nought where the first level does not hold', () => expect(figuresOf(levels(3, 0, 0))).toEqual({ reached: 0, consolidated: 0 }));

  it('never put consolidated above reached, nor reached above the claimed level', () =>
    fc.assert(
      fc.property(anyLevels, (all) => {
        const { reached, consolidated } = figuresOf(all);
        expect(consolidated).toBeLessThanOrEqual(reached);
        expect(reached).toBeLessThanOrEqual(all.length);
        expect(all.slice(0, reached).every(({ outcome: found }) => found !== 'not-reached')).toBe(true);
        expect(all[reached]?.outcome ?? 'not-reached').toBe('not-reached');
      }),
    ));
});
