import { describe, expect, it } from 'vitest';
import type { Obligation, ObligationKind } from '../kernel/obligation.ts';
import { by, theProcess, type World } from '../kernel/testing/given-when-then.ts';
import { ObligationEscalated, ObligationReminded } from '../process/nudges.ts';
import { processView } from '../process/process-view.ts';
import { Policy } from '../programme/policy.ts';
import { PolicyAdopted } from '../programme/programme.ts';
import { levels } from '../testing/samples.ts';
import {
  awarded,
  draftApplication,
  inConcept,
  inInstitutionalisation,
  inPilot,
  inReview,
  readyForPilot,
  selected,
  signed,
  submitted,
  underReview,
} from '../testing/stories.ts';
import { SilenceRecorded } from './application/application.ts';
import { escalateOnProject } from './due/escalate.ts';
import { remindOnProject } from './due/remind.ts';
import { FundingGranted } from './funding/funding.ts';
import { TrancheRequested } from './funding/tranches.ts';
import { MilestoneAgreed, MilestoneReported } from './milestones/milestones.ts';
import { GateDecided, PhaseEntered } from './phases/phases.ts';
import { ConflictDeclared, ReviewerAssigned } from './review/review.ts';
import { openSrlReview } from './srl/open-srl-review.ts';
import { SRL_SCALE } from './srl/scale.ts';
import { SrlAssessed, SrlReviewConcluded, SrlReviewMissed } from './srl/srl.ts';

const administrator = by('administrator');
const due = async (world: World): Promise<readonly Obligation[]> => (await processView('project', 'repair', world.load)).obligations;
/** Reports, value reviews and the publication of the grant are due besides what a phase asks for, and have specs of their own. */
const standing: readonly ObligationKind[] = ['value-review', 'submit-report', 'publish-grant'];
const kindsDue = async (world: World): Promise<readonly ObligationKind[]> =>
  (await due(world)).map(({ kind }) => kind).filter((kind) => !standing.includes(kind));
async function the(kind: ObligationKind, world: World): Promise<Obligation> {
  const found = (await due(world)).find((obligation) => obligation.kind === kind);
  if (!found) throw new Error(`no ${kind} is due`);
  return found;
}
const steps = ({ steps: all }: Obligation) => all.map(({ at, command }) => `${at.slice(0, 10)} ${command}`);

describe('on an application', () => {
  it('nothing is due while it is a draft', async () => expect(await due(draftApplication)).toEqual([]));

  it('eligibility is due within 15 days of receipt, reminded 3 days before and escalated after', async () => {
    const obligation = await the('assess-eligibility', submitted);
    expect(obligation).toMatchObject({ for: { role: 'administrator' }, due: '2027-03-16T23:00:00Z' });
    // The reminders 30 and 15 days before would have come before the application did.
    expect(steps(obligation)).toEqual(['2027-03-12 remind', '2027-03-16 escalate', '2027-03-23 escalate']);
  });

  it('an answer is due within two months of receipt; then silence is recorded, and no more is due of it', async () => {
    const obligation = await the('answer-before-silence', inReview);
    expect(obligation.due).toBe('2027-05-01T22:00:00Z');
    expect(steps(obligation)).toEqual(['2027-03-31 remind', '2027-04-15 remind', '2027-04-23 remind', '2027-05-01 record-silence']);
    expect(await kindsDue(inReview.at('2027-05-02T10:00:00Z').and(SilenceRecorded({})))).toEqual(['assign-reviewers']);
  });

  it('each reviewer owes a review by the day given, save those in conflict', async () => {
    const two = underReview.and(ReviewerAssigned({ reviewer: 'bob', dueOn: '2027-04-30' }));
    const owed = (await due(two)).filter(({ kind }) => kind === 'review').map(({ for: who, due: on }) => ({ who, on }));
    expect(owed).toEqual([
      { who: { person: 'ana' }, on: '2027-04-09T22:00:00Z' },
      { who: { person: 'bob' }, on: '2027-04-30T22:00:00Z' },
    ]);
    const without = await due(two.and(ConflictDeclared({ reviewer: 'ana', nature: 'family' })));
    expect(without.filter(({ kind }) => kind === 'review').map(({ for: who }) => who)).toEqual([{ person: 'bob' }]);
  });

  it('each funder that has not decided owes a decision', async () => {
    const one = selected.and(FundingGranted({ funder: 'region', amount: 6_000_000 }));
    const owed = (await due(one)).filter(({ kind }) => kind === 'decide-funding');
    expect(owed.map(({ for: who, due: on }) => ({ who, on }))).toEqual([{ who: { funder: 'esf' }, on: '2027-06-19T22:00:00Z' }]);
  });
});

describe('on an agreement', () => {
  it('the signature is due 60 days after the award; then the award lapses', async () => {
    expect(steps(await the('sign-agreement', awarded))).toEqual([
      '2027-06-01 remind',
      '2027-06-16 remind',
      '2027-06-28 remind',
      '2027-07-02 lapse-agreement',
    ]);
  });

  it('the entry into the first phase is due after signature', async () => {
    expect(await kindsDue(signed)).toEqual(['enter-phase']);
    expect((await the('enter-phase', signed)).due).toBe('2027-07-01T22:00:00Z');
  });
});

describe('on a project in a phase', () => {
  it('an SRL review is opened by the process after six months', async () => {
    expect(steps(await the('open-srl-review', inConcept))).toEqual(['2027-12-06 open-srl-review']);
    expect((await the('open-srl-review', inConcept)).due).toBe('2027-12-06T23:00:00Z');
  });

  it('after twelve months in the last phase, and after three when the project returned', async () => {
    expect((await the('open-srl-review', inInstitutionalisation)).due).toBe('2031-01-17T23:00:00Z');
    const returned = inPilot
      .at('2028-03-01T10:00:00Z')
      .and(
        GateDecided({ outcome: 'return', from: 'pilot', to: 'concept', reasons: 'Back.', conditions: [] }),
        PhaseEntered({ phase: 'concept', by: 'return' }),
      );
    expect((await the('open-srl-review', returned)).due).toBe('2028-05-31T22:00:00Z');
  });

  const opened = inConcept.at('2027-12-06T23:00:00Z').when(openSrlReview, theProcess, {}).after();

  it('an open review is reminded, escalated and at last missed; the next counts from there', async () => {
    const world = await opened;
    expect(steps(await the('conclude-srl-review', world))).toEqual([
      '2027-12-21 remind',
      '2028-01-02 remind',
      '2028-01-06 escalate',
      '2028-01-13 escalate',
      '2028-06-07 miss-srl-review',
    ]);
    const missed = world.at('2028-06-07T22:00:00Z').and(SrlReviewMissed({ review: 1 }));
    expect((await the('open-srl-review', missed)).due).toBe('2028-12-07T23:00:00Z');
  });

  it('an open review is owed by assessors, and by an administrator once what they found is settled', async () => {
    const world = await opened;
    expect((await the('conclude-srl-review', world)).for).toEqual({ role: 'reviewer' });
    const assessed = SrlAssessed({ review: 1, assessor: 'ana', scale: SRL_SCALE, claimed: 3, levels: levels(3, 3, 3) });
    expect((await the('conclude-srl-review', world.and(assessed))).for).toEqual({ role: 'administrator' });
  });

  it('a gate is due once a review meets what the next phase asks for, until it is decided', async () => {
    expect((await the('decide-gate', readyForPilot)).for).toEqual({ role: 'committee-chair' });
    const consolidating = readyForPilot.and(GateDecided({ outcome: 'consolidation', from: 'concept', reasons: 'Later.', conditions: [], review: 1 }));
    expect(await kindsDue(consolidating)).toEqual(['open-srl-review']);
  });

  it('no gate is due when a review found less', async () => {
    const below = (await opened).and(
      SrlAssessed({ review: 1, assessor: 'ana', scale: SRL_SCALE, claimed: 3, levels: levels(3, 3, 3) }),
      SrlReviewConcluded({ review: 1, scale: SRL_SCALE, claimed: 3, reached: 3, consolidated: 3, consolidationPlan: [] }),
    );
    expect(await kindsDue(below)).toEqual(['open-srl-review']);
  });

  it('a milestone is due from its holder, its assessment from a reviewer, a payment from the accountant', async () => {
    const agreed = inConcept.and(MilestoneAgreed({ milestone: 'trials', title: 'Trials', expected: 'Observations.', dueOn: '2027-09-30' }));
    expect(await the('report-milestone', agreed)).toMatchObject({ for: { person: 'hanna' }, due: '2027-09-30T22:00:00Z' });
    const reported = agreed.and(MilestoneReported({ milestone: 'trials', report: 'Done.' }));
    expect((await the('assess-milestone', reported)).for).toEqual({ role: 'reviewer' });
    const requested = reported.and(TrancheRequested({ phase: 'concept', kind: 'advance', amount: 1, shares: [{ funder: 'region', amount: 1 }] }));
    expect((await the('release-tranche', requested)).due).toBe('2027-08-26T22:00:00Z');
  });

  it('the final report is due six months after a gate that let it leave, the publication of results ninety days after', async () => {
    const leaving = inPilot
      .at('2028-03-01T10:00:00Z')
      .and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', reasons: 'Enough.', conditions: [] }));
    expect(await the('final-report', leaving)).toMatchObject({ for: { person: 'hanna' }, due: '2028-09-01T22:00:00Z' });
    expect(await the('share-results', leaving)).toMatchObject({ for: { person: 'hanna' }, due: '2028-05-30T22:00:00Z' });
  });
});

describe('dates', () => {
  it('count by the policy in force when they were set, not by a later one', async () => {
    const policy = Policy.parse({ reminders: [1], escalations: [], days: { ...Policy.parse({}).days, eligibility: 2 } });
    const changed = submitted.andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-03-02', policy }));
    expect((await the('assess-eligibility', changed)).due).toBe('2027-03-16T23:00:00Z');
    expect(steps(await the('assess-eligibility', changed))).toHaveLength(3);
  });
});

describe('remind and escalate', () => {
  const eligibility = () => the('assess-eligibility', submitted);

  it('record what is due, for whom and until when', async () => {
    const { id } = await eligibility();
    const nudge = { obligation: id, kind: 'assess-eligibility', step: 3, due: '2027-03-16T23:00:00Z', for: { role: 'administrator' } };
    await submitted.at('2027-03-12T23:00:00Z').when(remindOnProject, theProcess, { obligation: id, step: 3 }).decides(ObligationReminded(nudge));
  });

  it('stand for the ones before them', async () => {
    const { id } = await eligibility();
    const late = await submitted.at('2027-03-25T10:00:00Z').when(escalateOnProject, theProcess, { obligation: id, step: 2 }).after();
    expect(late.past.at(-1)?.decision.type).toBe(ObligationEscalated.type);
    expect((await the('assess-eligibility', late)).steps).toEqual([]);
    await late.when(remindOnProject, theProcess, { obligation: id, step: 3 }).refuses('step-not-awaited');
    await late.when(escalateOnProject, theProcess, { obligation: id, step: 1 }).refuses('step-not-awaited');
  });

  it('are refused before their day', async () => {
    const { id } = await eligibility();
    await submitted.when(remindOnProject, theProcess, { obligation: id, step: 3 }).refuses('step-not-due', { at: '2027-03-12T23:00:00Z' });
  });

  it('are refused once the thing is done', async () => {
    const { id } = await eligibility();
    await inReview.when(escalateOnProject, administrator, { obligation: id, step: 1 }).refuses('nothing-due');
  });
});
