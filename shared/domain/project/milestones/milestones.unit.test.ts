import { describe, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { inConcept, submitted } from '../../testing/stories.ts';
import { agreeMilestone } from './agree-milestone.ts';
import { assessMilestone } from './assess-milestone.ts';
import { MilestoneAgreed, MilestoneAssessed, MilestoneReported } from './milestones.ts';
import { reportMilestone } from './report-milestone.ts';

const trials = { milestone: 'trials', title: 'First trials', expected: 'Observations of three workshops.', dueOn: '2027-12-31' };
const report = { milestone: 'trials', report: 'Three workshops ran.' };
const assessment = (outcome: 'reached' | 'partly' | 'not-reached') => ({ milestone: 'trials', outcome, evidence: 'A visit on site.' });
const hanna = by('hanna');
const ana = by('ana');

const agreed = inConcept.and(MilestoneAgreed(trials));
const reported = agreed.and(MilestoneReported(report));

describe('agree-milestone', () => {
  it('says what will be shown and by when', () => inConcept.when(agreeMilestone, by('administrator'), trials).decides(MilestoneAgreed(trials)));
  it('names each milestone once', () => agreed.when(agreeMilestone, by('administrator'), trials).refuses('milestone-already-agreed'));
  it('is for projects in a phase', () => submitted.when(agreeMilestone, by('administrator'), trials).refuses('not-in-a-phase'));
});

describe('report-milestone', () => {
  it('says what was done', () => agreed.when(reportMilestone, hanna, report).decides(MilestoneReported(report)));
  it('concerns a milestone that was agreed', () => inConcept.when(reportMilestone, hanna, report).refuses('milestone-unknown'));
  it('waits for the assessment of the report before', () => reported.when(reportMilestone, hanna, report).refuses('milestone-awaits-assessment'));
  it('is for projects that run', () => submitted.when(reportMilestone, hanna, report).refuses('project-not-running'));
  it('can be given again when the milestone was reached in part', () =>
    reported
      .and(MilestoneAssessed(assessment('partly')))
      .when(reportMilestone, hanna, report)
      .decides(MilestoneReported(report)));
  it('is over once the milestone is reached', () =>
    reported
      .and(MilestoneAssessed(assessment('reached')))
      .when(reportMilestone, hanna, report)
      .refuses('milestone-already-reached'));
});

describe('assess-milestone', () => {
  it('says with evidence what was reached', () =>
    reported.when(assessMilestone, ana, assessment('reached')).decides(MilestoneAssessed(assessment('reached'))));
  it('is not for the holder', () => reported.when(assessMilestone, hanna, assessment('reached')).refuses('not-by-the-holder'));
  it('waits for a report', () => agreed.when(assessMilestone, ana, assessment('reached')).refuses('milestone-not-reported'));
  it('is for projects that run', () => submitted.when(assessMilestone, ana, assessment('reached')).refuses('project-not-running'));
  it('is given once for each report', () =>
    reported
      .and(MilestoneAssessed(assessment('partly')))
      .when(assessMilestone, ana, assessment('reached'))
      .refuses('milestone-not-reported'));
});
