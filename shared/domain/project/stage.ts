import { facet } from '../kernel/facet.ts';
import { AgreementLapsed } from './agreement/agreement.ts';
import { ApplicationStarted, ApplicationSubmitted, DeclaredEligible, DeclaredIneligible } from './application/application.ts';
import { CaseStudyRecorded } from './case-study/case-study.ts';
import { FundingDeclined, GrantAwarded } from './funding/funding.ts';
import { GateDecided, PhaseEntered, ProjectCompleted } from './phases/phases.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from './selection/selection.ts';

/** Where a project stands, from its first draft to its end. Phases can be entered again after a return. */
export type ProjectStage =
  | 'none'
  | 'case-study'
  | 'draft'
  | 'submitted'
  | 'ineligible'
  | 'in-review'
  | 'selected'
  | 'reserve'
  | 'not-selected'
  | 'agreement'
  | 'concept'
  | 'pilot'
  | 'institutionalisation'
  | 'closing'
  | 'ended';

const changing = [
  CaseStudyRecorded,
  ApplicationStarted,
  ApplicationSubmitted,
  DeclaredEligible,
  DeclaredIneligible,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  GrantAwarded,
  FundingDeclined,
  AgreementLapsed,
  PhaseEntered,
  GateDecided,
  ProjectCompleted,
] as const;

export const stage = facet('none' as ProjectStage, changing, {
  'case-study-recorded': () => 'case-study',
  'application-started': () => 'draft',
  'application-submitted': () => 'submitted',
  'declared-eligible': () => 'in-review',
  'declared-ineligible': () => 'ineligible',
  'application-selected': () => 'selected',
  'application-reserved': () => 'reserve',
  'application-not-selected': () => 'not-selected',
  'grant-awarded': () => 'agreement',
  'funding-declined': () => 'ended',
  'agreement-lapsed': () => 'ended',
  'phase-entered': (_, { phase }) => phase,
  'gate-decided': (stage, { outcome }) => (outcome === 'exit-with-shared-results' ? 'closing' : stage),
  'project-completed': () => 'ended',
});

/** Whether a project is in one of its three phases. */
export const isPhase = (stage: ProjectStage): boolean => stage === 'concept' || stage === 'pilot' || stage === 'institutionalisation';

/** Whether it is in a phase or closing: payments and milestones go on. */
export const isRunning = (stage: ProjectStage): boolean => isPhase(stage) || stage === 'closing';
