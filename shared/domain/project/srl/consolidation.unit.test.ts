import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { levels, planFor } from '../../testing/samples.ts';
import { inConcept, inPilot } from '../../testing/stories.ts';
import { GateDecided, PhaseEntered } from '../phases/phases.ts';
import { project } from '../project.ts';
import { AccompanierNamed } from '../support/support.ts';
import { answerSrlRequest } from './answer-srl-request.ts';
import { concludeSrlReview } from './conclude-srl-review.ts';
import { confirmConsolidation } from './confirm-consolidation.ts';
import { ConsolidationConfirmed, ConsolidationReported } from './consolidation.ts';
import { openSrlReview } from './open-srl-review.ts';
import { reportConsolidation } from './report-consolidation.ts';
import { requestSrlReview } from './request-srl-review.ts';
import { SRL_SCALE } from './scale.ts';
import { setSrlCadence } from './set-srl-cadence.ts';
import { SrlAssessed, SrlCadenceSet, SrlRequestDeclined, SrlReviewConcluded, SrlReviewOpened, SrlReviewRequested } from './srl.ts';
import { trajectoryOf } from './trajectory.ts';

const administrator = by('administrator');
const ana = by('ana');
const hanna = by('hanna');
const opening = (review: number) => SrlReviewOpened({ review, phase: 'concept', dueOn: '2028-01-06', lapsesOn: '2028-06-07' });
const concluding = (review: number, reached: number, consolidated: number, ...planned: number[]) =>
  SrlReviewConcluded({ review, scale: SRL_SCALE, claimed: 4, reached, consolidated, consolidationPlan: planFor(...planned) });
const planned = inConcept.at('2027-12-07T10:00:00Z').and(opening(1), concluding(1, 4, 2, 3, 4));
const done = { line: 2, report: 'Tried with both groups.' };
const reported = planned.at('2028-02-01T10:00:00Z').and(ConsolidationReported({ review: 1, ...done }));
const finding = { line: 2, evidence: 'A visit.' };
const leaving = GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', reasons: 'Enough.', conditions: [] });
const due = async (world: typeof planned) => (await processView('project', 'repair', world.load)).obligations;

describe('report-consolidation', () => {
  it('reports on a line of the plan of the last review', () =>
    planned.when(reportConsolidation, hanna, done).decides(ConsolidationReported({ review: 1, ...done })));

  it('knows the lines of that plan only', async () => {
    await planned.when(reportConsolidation, hanna, { ...done, line: 3 }).refuses('consolidation-line-unknown', { line: 3 });
    const next = planned.and(opening(2), concluding(2, 4, 3, 4));
    await next.when(reportConsolidation, hanna, done).refuses('consolidation-line-unknown', { line: 2 });
    await inConcept.when(reportConsolidation, hanna, { ...done, line: 1 }).refuses('consolidation-line-unknown');
  });

  it('waits for the assessor before it is done again', () =>
    reported.when(reportConsolidation, hanna, done).refuses('consolidation-reported', { line: 2 }));

  it('is over once confirmed', () =>
    reported
      .and(ConsolidationConfirmed({ review: 1, ...finding, outcome: 'consolidated', assessor: 'ana' }))
      .when(reportConsolidation, hanna, done)
      .refuses('consolidation-confirmed', { line: 2 }));

  it('is for a project in a phase', () => planned.and(leaving).when(reportConsolidation, hanna, done).refuses('not-in-a-phase'));
});

describe('confirm-consolidation', () => {
  const consolidated = { ...finding, outcome: 'consolidated' } as const;
  const toContinue = { ...finding, outcome: 'to-continue' } as const;

  it('confirms what was reported; the levels of the project stay until its next review', async () => {
    const asked = reported.when(confirmConsolidation, ana, consolidated);
    await asked.decides(ConsolidationConfirmed({ review: 1, ...consolidated, assessor: 'ana' }));
    const { srl, consolidation } = (await asked.after()).state(project);
    expect(srl.concluded).toMatchObject({ reached: 4, consolidated: 2 });
    expect(consolidation.lines.map(({ confirmed }) => confirmed)).toEqual([undefined, true]);
  });

  it('may set another day, after today', async () => {
    await reported.when(confirmConsolidation, ana, toContinue).refuses('consolidation-day-needed');
    await reported.when(confirmConsolidation, ana, { ...toContinue, dueOn: '2028-02-01' }).refuses('consolidation-day-needed');
    const asked = reported.when(confirmConsolidation, ana, { ...toContinue, dueOn: '2028-02-02' });
    await asked.decides(ConsolidationConfirmed({ review: 1, ...toContinue, assessor: 'ana', dueOn: '2028-02-02' }));
    await (await asked.after()).when(reportConsolidation, hanna, done).decides(ConsolidationReported({ review: 1, ...done }));
  });

  it('needs a report, on a line that there is', async () => {
    await reported.when(confirmConsolidation, ana, { ...consolidated, line: 1 }).refuses('consolidation-not-reported', { line: 1 });
    await reported.when(confirmConsolidation, ana, { ...consolidated, line: 3 }).refuses('consolidation-line-unknown', { line: 3 });
  });

  it('is done once', async () => {
    const after = await reported.when(confirmConsolidation, ana, consolidated).after();
    await after.when(confirmConsolidation, ana, consolidated).refuses('consolidation-confirmed', { line: 2 });
  });

  it('is neither for the holder nor for whoever accompanies the project', async () => {
    await reported.when(confirmConsolidation, hanna, consolidated).refuses('not-by-the-holder');
    await reported
      .and(AccompanierNamed({ accompanier: 'ana' }))
      .when(confirmConsolidation, ana, consolidated)
      .refuses('accompanies-the-project');
  });

  it('is for a project in a phase', () => reported.and(leaving).when(confirmConsolidation, ana, consolidated).refuses('not-in-a-phase'));
});

describe('the consolidation plan', () => {
  const kinds = ['consolidate', 'confirm-consolidation'];
  const owed = async (world: typeof planned) =>
    (await due(world)).filter(({ kind }) => kinds.includes(kind)).map(({ kind, for: who, due: on }) => [kind, who, on]);

  it('is due from the holder line by line, then its confirmation from an assessor', async () => {
    expect(await owed(planned)).toEqual([
      ['consolidate', { person: 'hanna' }, '2028-12-31T23:00:00Z'],
      ['consolidate', { person: 'hanna' }, '2028-12-31T23:00:00Z'],
    ]);
    expect(await owed(reported)).toEqual([
      ['consolidate', { person: 'hanna' }, '2028-12-31T23:00:00Z'],
      ['confirm-consolidation', { role: 'reviewer' }, '2028-03-02T23:00:00Z'],
    ]);
    const confirmed = reported.and(ConsolidationConfirmed({ review: 1, ...finding, outcome: 'consolidated', assessor: 'ana' }));
    expect(await owed(confirmed)).toHaveLength(1);
  });

  it('is due anew by the day that the assessor set', async () => {
    const later = reported.and(ConsolidationConfirmed({ review: 1, ...finding, outcome: 'to-continue', assessor: 'ana', dueOn: '2029-03-31' }));
    expect((await owed(later)).map(([, , on]) => on)).toEqual(['2028-12-31T23:00:00Z', '2029-03-31T22:00:00Z']);
  });
});

describe('a review on demand', () => {
  const reasons = 'The demonstrator has run for a season.';
  const inAugust = inConcept.at('2027-08-02T10:00:00Z');
  const requested = inAugust.and(SrlReviewRequested({ by: 'hanna', reasons }));
  const opened = SrlReviewOpened({ review: 1, phase: 'concept', dueOn: '2027-09-01', lapsesOn: '2028-02-02', requested: true });

  it('is asked for with reasons', () => inAugust.when(requestSrlReview, hanna, { reasons }).decides(SrlReviewRequested({ by: 'hanna', reasons })));

  it('is asked for once, and not while one is open', async () => {
    await requested.when(requestSrlReview, ana, { reasons }).refuses('srl-request-pending');
    await inAugust.and(opening(1)).when(requestSrlReview, hanna, { reasons }).refuses('srl-review-open', { review: 1 });
    await inAugust.and(leaving).when(requestSrlReview, hanna, { reasons }).refuses('not-in-a-phase');
  });

  it('opens when it is accepted', () => requested.when(answerSrlRequest, administrator, { outcome: 'accepted' }).decides(opened));

  it('is declined with reasons, and can be asked for again', async () => {
    await requested.when(answerSrlRequest, administrator, { outcome: 'declined' }).refuses('reasons-missing');
    const asked = requested.when(answerSrlRequest, administrator, { outcome: 'declined', reasons: 'In December.' });
    await asked.decides(SrlRequestDeclined({ reasons: 'In December.' }));
    await (await asked.after()).when(requestSrlReview, hanna, { reasons }).decides(SrlReviewRequested({ by: 'hanna', reasons }));
  });

  it('needs a request, in a phase, and not the holder’s answer', async () => {
    const accept = { outcome: 'accepted' } as const;
    await inAugust.when(answerSrlRequest, administrator, accept).refuses('srl-not-requested');
    await requested.and(leaving).when(answerSrlRequest, administrator, accept).refuses('not-in-a-phase');
    await requested.when(answerSrlRequest, hanna, accept).refuses('not-by-the-holder');
  });

  it('needs no answer once a review was opened anyway', async () => {
    await requested.and(opening(1)).when(answerSrlRequest, administrator, { outcome: 'accepted' }).refuses('srl-not-requested');
    const reordered = inAugust.and(opening(1), SrlReviewRequested({ by: 'hanna', reasons }));
    await reordered.when(answerSrlRequest, administrator, { outcome: 'accepted' }).refuses('srl-review-open');
  });

  it('is to be answered within 15 days', async () => {
    const [answer] = (await due(requested)).filter(({ kind }) => kind === 'answer-srl-request');
    expect(answer).toMatchObject({ for: { role: 'administrator' }, due: '2027-08-17T22:00:00Z' });
  });
});

describe('set-srl-cadence', () => {
  const every = { every: 'P2M', support: 'A day a month.', reasons: 'Levels move fast.' };
  const set = planned.at('2027-12-20T10:00:00Z').and(SrlCadenceSet({ review: 1, ...every }));
  const nextOf = async (world: typeof planned) => (await due(world)).find(({ kind }) => kind === 'open-srl-review');

  it('changes cadence and support of one project, on the ground of its last review', async () => {
    await planned.when(setSrlCadence, administrator, every).decides(SrlCadenceSet({ review: 1, ...every }));
    expect((await nextOf(planned))?.due).toBe('2028-06-06T22:00:00Z');
    expect(await nextOf(set)).toMatchObject({ due: '2028-02-06T23:00:00Z', id: 'open-srl-review:project-repair@14' });
  });

  it('gives the process a step even where the day is past', async () => {
    const late = planned.at('2028-04-01T10:00:00Z').and(SrlCadenceSet({ review: 1, ...every }));
    expect((await nextOf(late))?.next).toEqual({ at: '2028-04-01T10:00:00Z', command: 'open-srl-review', data: {} });
  });

  it('also says when a review that is open counts as missed', () =>
    set
      .at('2028-02-07T10:00:00Z')
      .when(openSrlReview, administrator, {})
      .decides(SrlReviewOpened({ review: 2, phase: 'concept', dueOn: '2028-03-08', lapsesOn: '2028-04-07' })));

  it('ends with the phase', () => expect(set.and(PhaseEntered({ phase: 'pilot', by: 'passage' })).state(project).srl.cadence).toBeUndefined());

  it('rests on a review of the phase, and is not for the holder', async () => {
    await inConcept.when(setSrlCadence, administrator, every).refuses('srl-review-missing', { phase: 'concept' });
    await inPilot.when(setSrlCadence, administrator, every).refuses('srl-review-missing', { phase: 'pilot' });
    await planned.when(setSrlCadence, hanna, every).refuses('not-by-the-holder');
    await planned.and(leaving).when(setSrlCadence, administrator, every).refuses('not-in-a-phase');
  });
});

describe('after a gate that asks for consolidation', () => {
  const consolidating = GateDecided({ outcome: 'consolidation', from: 'concept', reasons: 'Not yet.', conditions: [] });
  const next = async (at: string) => {
    const found = (await due(planned.at(at).and(consolidating))).find(({ kind }) => kind === 'open-srl-review');
    return found?.due;
  };

  it('the next review comes three months after it, unless the usual one comes sooner', async () => {
    expect(await next('2028-01-10T10:00:00Z')).toBe('2028-04-09T22:00:00Z');
    expect(await next('2028-03-06T10:00:00Z')).toBe('2028-06-05T22:00:00Z');
    expect(await next('2028-03-07T10:00:00Z')).toBe('2028-06-06T22:00:00Z');
    expect(await next('2028-05-10T10:00:00Z')).toBe('2028-06-06T22:00:00Z');
  });

  it('the one after that comes at the usual cadence', async () => {
    const reviewed = planned
      .at('2028-01-10T10:00:00Z')
      .and(consolidating)
      .at('2028-04-10T10:00:00Z')
      .and(opening(2), concluding(2, 4, 3, 4));
    const found = (await due(reviewed)).find(({ kind }) => kind === 'open-srl-review');
    expect(found?.due).toBe('2028-10-09T22:00:00Z');
  });
});

describe('a level that is lost', () => {
  const again = planned.at('2028-06-07T10:00:00Z').and(opening(2));
  const found = (...outcome: Parameters<typeof levels>) =>
    again.and(SrlAssessed({ review: 2, assessor: 'ana', scale: SRL_SCALE, claimed: outcome[0], levels: levels(...outcome) }));
  const conclusion = (claimed: number, reached: number, consolidated: number) => ({ review: 2, scale: SRL_SCALE, claimed, reached, consolidated });

  it('is named as regressed where the review before found it consolidated', () =>
    found(4, 1, 1)
      .when(concludeSrlReview, administrator, { consolidationPlan: planFor(2) })
      .decides(SrlReviewConcluded({ ...conclusion(4, 1, 1), consolidationPlan: planFor(2), regressed: [2] })));

  it('counts as lost also where the project no longer claims it', () =>
    found(1, 0, 0)
      .when(concludeSrlReview, administrator, { consolidationPlan: [] })
      .decides(SrlReviewConcluded({ ...conclusion(1, 0, 0), consolidationPlan: [], regressed: [1, 2] })));

  it('is not one that only has to be consolidated again, nor one that never was', () =>
    found(4, 3, 1)
      .when(concludeSrlReview, administrator, { consolidationPlan: planFor(2, 3) })
      .decides(SrlReviewConcluded({ ...conclusion(4, 3, 1), consolidationPlan: planFor(2, 3) })));
});

describe('the trajectory', () => {
  const regressing = SrlReviewConcluded({
    review: 4,
    scale: SRL_SCALE,
    claimed: 4,
    reached: 2,
    consolidated: 2,
    consolidationPlan: [],
    regressed: [3],
  });
  const path = planned
    .and(opening(2), concluding(2, 4, 3, 4), opening(3), concluding(3, 4, 3, 4))
    .and(PhaseEntered({ phase: 'pilot', by: 'passage' }), regressing, PhaseEntered({ phase: 'concept', by: 'return' }), concluding(5, 3, 2, 3))
    .state(project).trajectory;

  it('keeps every review with its figures and its phase, and every entry into a phase', () => {
    expect(path.filter(({ kind }) => kind === 'entered').map(({ phase }) => phase)).toEqual(['concept', 'pilot', 'concept']);
    expect(path.at(-3)).toEqual({
      kind: 'reviewed',
      at: '2027-12-07T10:00:00Z',
      review: 4,
      phase: 'pilot',
      claimed: 4,
      reached: 2,
      consolidated: 2,
      regressed: [3],
    });
  });

  it('tells how each review stands to the one before, by what is reached and then by what is consolidated', () =>
    expect(trajectoryOf(path).map(({ review, change }) => [review, change])).toEqual([
      [1, 'first'],
      [2, 'forward'],
      [3, 'steady'],
      [4, 'back'],
      [5, 'forward'],
    ]));
});
