import { facet } from '../kernel/facet.ts';
import { AgreementLapsed, AgreementResumed, AgreementSuspended, AgreementTerminated } from './agreement/agreement.ts';
import { OutcomeCorrected } from './appeal/appeal.ts';
import { ApplicationStarted, ApplicationSubmitted, ApplicationWithdrawn, DeclaredEligible, DeclaredIneligible } from './application/application.ts';
import { CaseStudyRecorded } from './case-study/case-study.ts';
import { AwardRenounced, FundingDeclined, GrantAwarded } from './funding/funding.ts';
import { AwardWithdrawn } from './funding/withdrawal.ts';
import { GateDecided, PhaseEntered, ProjectCompleted } from './phases/phases.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected, CancelledWithCall, ReserveExpired } from './selection/selection.ts';

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
  | 'refused'
  | 'agreement'
  | 'concept'
  | 'pilot'
  | 'institutionalisation'
  | 'suspended'
  | 'closing'
  | 'ended';

const changing = [
  CaseStudyRecorded,
  ApplicationStarted,
  ApplicationSubmitted,
  DeclaredEligible,
  DeclaredIneligible,
  ApplicationWithdrawn,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  ReserveExpired,
  CancelledWithCall,
  GrantAwarded,
  FundingDeclined,
  OutcomeCorrected,
  AwardRenounced,
  AwardWithdrawn,
  AgreementLapsed,
  AgreementSuspended,
  AgreementResumed,
  AgreementTerminated,
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
  'application-withdrawn': () => 'ended',
  'application-selected': () => 'selected',
  'application-reserved': () => 'reserve',
  'application-not-selected': () => 'not-selected',
  'reserve-expired': () => 'not-selected',
  'cancelled-with-call': () => 'ended',
  'grant-awarded': () => 'agreement',
  'funding-declined': () => 'refused',
  'outcome-corrected': (_, { to }) => (to === 'eligible' ? 'in-review' : to),
  'award-renounced': () => 'ended',
  'award-withdrawn': (stage, { afterSignature }) => (afterSignature ? stage : 'refused'),
  'agreement-lapsed': () => 'ended',
  'phase-entered': (_, { phase }) => phase,
  'agreement-suspended': () => 'suspended',
  'agreement-resumed': (_, { phase }) => phase,
  'agreement-terminated': () => 'closing',
  'gate-decided': (stage, { outcome }) => (outcome === 'exit-with-shared-results' ? 'closing' : stage),
  'project-completed': () => 'ended',
});

/** Whether a project is in one of its three phases. */
export const isPhase = (stage: ProjectStage): boolean => stage === 'concept' || stage === 'pilot' || stage === 'institutionalisation';

/** Whether its holder may describe it (target system, needs): not while others judge it, and not once its path is over. */
export const isDescribable = (stage: ProjectStage): boolean => stage === 'draft' || stage === 'agreement' || isRunning(stage);

/** Whether it is in a phase or closing: payments and milestones go on. */
export const isRunning = (stage: ProjectStage): boolean => isPhase(stage) || stage === 'closing';

/** Whether a project's path is over, or it was refused before it began; an appeal may still change that. */
export const isOver = (stage: ProjectStage): boolean => ['ended', 'refused', 'ineligible', 'not-selected'].includes(stage);
