import type { ObligationKind, ProjectStage } from '@jalon/domain/pure';
import { continueAsNew } from '@temporalio/workflow';
import type { Thing } from './contract.ts';
import { follow, type KeptByStage } from './follow.ts';

/** Where a project stands outside of any procedure: nothing will fall due, and its journey is over. A later decision starts it again. */
type Over = 'none' | 'case-study' | 'ended';

/** What is kept in each stage of a project. Its SRL reviews have a workflow of their own. */
export const kept: KeptByStage = {
  draft: [],
  submitted: ['assess-eligibility', 'answer-before-silence'],
  ineligible: [],
  'in-review': ['review', 'answer-before-silence'],
  selected: ['decide-funding', 'answer-before-silence'],
  reserve: ['answer-before-silence'],
  'not-selected': [],
  agreement: ['sign-agreement', 'enter-phase'],
  concept: ['report-milestone', 'assess-milestone', 'release-tranche', 'decide-gate', 'enter-phase'],
  pilot: ['report-milestone', 'assess-milestone', 'release-tranche', 'decide-gate', 'enter-phase'],
  institutionalisation: ['report-milestone', 'assess-milestone', 'release-tranche', 'enter-phase'],
  closing: ['report-milestone', 'assess-milestone', 'release-tranche', 'final-report'],
} satisfies Record<Exclude<ProjectStage, Over>, readonly ObligationKind[]>;

/** One project, from its first draft to the end of its last phase. It reads the log and acts by commands; it holds nothing that the log does not. */
export async function projectJourney(thing: Thing): Promise<void> {
  const project = await follow(thing);
  const { stage } = project;
  const obligations = kept[stage];
  if (!obligations) return;
  while (project.stage === stage && project.young) await project.keep(obligations);
  return continueAsNew<typeof projectJourney>(thing); // each stage is a run of its own
}
