import type { ObligationKind, ProjectStage } from '@jalon/domain/pure';
import { continueAsNew } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

/** Where a project stands outside of any procedure: nothing will fall due, and its journey is over. A later decision starts it again. */
type Over = 'none' | 'case-study' | 'ended';

/** The obligations that several stages keep. */
const answering = ['acknowledge-receipt', 'answer-supplement', 'answer-before-silence'] as const;
const conflicts = ['reassess-after-conflict'] as const;
const appeals = ['notify-outcome', 'decide-appeal', 'correct-outcome'] as const;
const closedOutcome = [...appeals, 'appeal-window', ...conflicts] as const;
const withdrawal = ['answer-withdrawal', 'decide-withdrawal'] as const;
const notice = ['answer-formal-notice'] as const;
const publication = ['publish-grant'] as const;
const milestones = ['report-milestone', 'assess-milestone'] as const;
const reports = ['submit-report', 'assess-report'] as const;
const payments = [
  'release-tranche',
  'examine-expenditure',
  'answer-examination',
  'conclude-examination',
  'certify-service',
  'approve-payment',
  'order-payment',
  'record-payment',
] as const;
const recoveries = ['order-recovery', 'pay-recovery'] as const;
const checks = ['answer-finding', 'decide-correction'] as const;
const gate = ['prepare-gate', 'decide-gate'] as const;

/** What every phase keeps, whichever it is. */
const phase = [
  ...milestones,
  ...reports,
  'value-review',
  'enter-phase',
  'meet-condition',
  'confirm-condition',
  ...payments,
  ...recoveries,
  ...checks,
  ...withdrawal,
  ...notice,
  'close-agreement',
  ...publication,
  ...conflicts,
] as const;

/** What is kept in each stage of a project. Its SRL reviews have a workflow of their own. */
export const kept: KeptByStage = {
  draft: [],
  submitted: [...answering, 'check-completeness', 'assess-eligibility', 'decide-appeal', ...conflicts],
  ineligible: closedOutcome,
  'in-review': [...answering, 'assign-reviewers', 'review', 'notify-outcome', 'decide-appeal', ...conflicts],
  selected: [...answering, 'decide-funding', 'notify-outcome', ...conflicts],
  reserve: [...answering, ...appeals, ...conflicts],
  'not-selected': closedOutcome,
  refused: closedOutcome,
  agreement: ['notify-outcome', 'lift-reservations', 'sign-agreement', 'enter-phase', ...publication, ...withdrawal, ...notice, ...conflicts],
  concept: [...phase, ...gate],
  pilot: [...phase, ...gate],
  institutionalisation: phase,
  suspended: ['resume-or-terminate', ...payments, ...recoveries, ...checks, ...withdrawal, ...notice, ...publication, ...conflicts],
  closing: ['final-report', 'share-results', ...publication, ...milestones, ...reports, ...payments, ...recoveries, ...checks, ...conflicts],
  // It has ended, and a check found something all the same, or its grant is not published yet.
  'after-end': [...recoveries, ...checks, ...publication],
} satisfies Record<Exclude<ProjectStage, Over> | 'after-end', readonly ObligationKind[]>;

/** One project, from its first draft to the end of its last phase. It reads the log and acts by commands; it holds nothing that the log does not. */
export async function projectJourney(thing: Thing): Promise<void> {
  const project = await follow(thing);
  const { stage } = project;
  const obligations = kept[stage];
  if (!obligations) return;
  while (project.stage === stage && project.young) await project.keep(obligations);
  return continueAsNew<typeof projectJourney>(thing); // each stage is a run of its own
}
