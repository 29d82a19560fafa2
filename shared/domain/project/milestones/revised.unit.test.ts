import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { inConcept, submitted } from '../../testing/stories.ts';
import { GateDecided } from '../phases/phases.ts';
import { AccompanierNamed, AccompanierReleased } from '../support/support.ts';
import { agreeMilestone } from './agree-milestone.ts';
import { assessMilestone } from './assess-milestone.ts';
import { cancelMilestone } from './cancel-milestone.ts';
import { MilestoneAgreed, MilestoneAssessed, MilestoneCancelled, MilestoneReported, MilestoneRevised } from './milestones.ts';
import { reportMilestone } from './report-milestone.ts';
import { reviseMilestone } from './revise-milestone.ts';

const administrator = by('administrator');
const trials = { milestone: 'trials', title: 'First trials', expected: 'Observations of three workshops.', dueOn: '2027-12-31' };
const revision = { milestone: 'trials', expected: 'Observations of two workshops.', dueOn: '2028-03-31', reasons: 'One site opens later.' };
const cancellation = { milestone: 'trials', reasons: 'Another project does it.' };
const assessed = (outcome: 'reached' | 'partly') => MilestoneAssessed({ milestone: 'trials', outcome, evidence: 'A visit.' });

const agreed = inConcept.and(MilestoneAgreed(trials));
const reported = agreed.and(MilestoneReported({ milestone: 'trials', report: 'Done.' }));
const cancelled = agreed.and(MilestoneCancelled(cancellation));

const milestonesDue = async (world: typeof agreed) =>
  (await processView('project', 'repair', world.load)).obligations
    .filter(({ kind }) => kind === 'report-milestone' || kind === 'assess-milestone')
    .map(({ kind, due }) => `${kind} ${due}`);

describe('revise-milestone', () => {
  it('gives a milestone a new content and date; the old date no longer counts', async () => {
    const attempt = agreed.when(reviseMilestone, administrator, revision);
    await attempt.decides(MilestoneRevised(revision));
    expect(await milestonesDue(agreed)).toEqual(['report-milestone 2027-12-31T23:00:00Z']);
    expect(await milestonesDue(await attempt.after())).toEqual(['report-milestone 2028-03-31T22:00:00Z']);
  });

  it('makes a milestone due again that was reached in part', async () => {
    const partly = reported.and(assessed('partly'));
    expect(await milestonesDue(partly)).toEqual([]);
    expect(await milestonesDue(partly.and(MilestoneRevised(revision)))).toEqual(['report-milestone 2028-03-31T22:00:00Z']);
  });

  it('takes a day from today on', async () => {
    await agreed.when(reviseMilestone, administrator, { ...revision, dueOn: '2027-06-06' }).refuses('milestone-date-past', { dueOn: '2027-06-06' });
    const today = { ...revision, dueOn: '2027-06-07' };
    await agreed.when(reviseMilestone, administrator, today).decides(MilestoneRevised(today));
  });

  it('concerns a milestone that is still awaited', async () => {
    await inConcept.when(reviseMilestone, administrator, revision).refuses('milestone-unknown', { milestone: 'trials' });
    await cancelled.when(reviseMilestone, administrator, revision).refuses('milestone-cancelled', { milestone: 'trials' });
    await reported.when(reviseMilestone, administrator, revision).refuses('milestone-awaits-assessment', { milestone: 'trials' });
    await reported.and(assessed('reached')).when(reviseMilestone, administrator, revision).refuses('milestone-already-reached');
  });

  it('is for projects in a phase', async () => {
    await submitted.when(reviseMilestone, administrator, revision).refuses('not-in-a-phase');
    const leaving = agreed.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'concept', reasons: 'Enough.', conditions: [] }));
    await leaving.when(reviseMilestone, administrator, revision).refuses('not-in-a-phase', { stage: 'closing' });
  });
});

describe('cancel-milestone', () => {
  it('ends what was awaited', async () => {
    const attempt = agreed.when(cancelMilestone, administrator, cancellation);
    await attempt.decides(MilestoneCancelled(cancellation));
    expect(await milestonesDue(await attempt.after())).toEqual([]);
  });

  it('concerns a milestone that is still awaited', async () => {
    await inConcept.when(cancelMilestone, administrator, cancellation).refuses('milestone-unknown', { milestone: 'trials' });
    await cancelled.when(cancelMilestone, administrator, cancellation).refuses('milestone-cancelled', { milestone: 'trials' });
    await reported.when(cancelMilestone, administrator, cancellation).refuses('milestone-awaits-assessment', { milestone: 'trials' });
    await reported.and(assessed('reached')).when(cancelMilestone, administrator, cancellation).refuses('milestone-already-reached');
  });

  it('is for projects that run', () => submitted.when(cancelMilestone, administrator, cancellation).refuses('project-not-running'));

  it('leaves nothing to report on, and its id to nobody else', async () => {
    await cancelled.when(reportMilestone, by('hanna'), { milestone: 'trials', report: 'Done.' }).refuses('milestone-cancelled');
    await cancelled.when(agreeMilestone, administrator, trials).refuses('milestone-already-agreed');
  });
});

describe('assess-milestone', () => {
  it('is not for whoever accompanies the project, or did', async () => {
    const assessment = { milestone: 'trials', outcome: 'reached', evidence: 'A visit.' } as const;
    const accompanied = reported.and(AccompanierNamed({ accompanier: 'bob' }));
    await accompanied.when(assessMilestone, by('bob'), assessment).refuses('accompanies-the-project');
    await accompanied
      .and(AccompanierReleased({ accompanier: 'bob' }))
      .when(assessMilestone, by('bob'), assessment)
      .refuses('accompanies-the-project');
  });
});
