/** Every type of decision by its name, for whoever tells a thing's story beside its rules (views, letters, notifications). */
export { AwardReturned, EnvelopeUse, Ranked, SelectionConcluded, Shortfall } from './call/selection.ts';
export { CallClosed, CallOpened, CallPublished } from './call/stage.ts';
export { CallDrafted } from './call/terms.ts';
export { type Facet, facet } from './kernel/facet.ts';
export { ObligationEscalated, ObligationReminded } from './process/nudges.ts';
export { AgreementLapsed, AgreementSigned } from './project/agreement/agreement.ts';
export { PlannedTranche, TrancheKind } from './project/agreement/payment-plan.ts';
export {
  ApplicationRevised,
  ApplicationStarted,
  ApplicationSubmitted,
  DeclaredEligible,
  DeclaredIneligible,
  Finding,
  SilenceRecorded,
} from './project/application/application.ts';
export { Content, WorkCategory } from './project/application/content.ts';
export { CaseStudyRecorded } from './project/case-study/case-study.ts';
export { FundingDeclined, FundingGranted, GrantAwarded } from './project/funding/funding.ts';
export { TrancheReleased, TrancheRequested } from './project/funding/tranches.ts';
export { MilestoneAgreed, MilestoneAssessed, MilestoneOutcome, MilestoneReported } from './project/milestones/milestones.ts';
export { GateDecided, GateOutcome, PhaseEntered, ProjectCompleted } from './project/phases/phases.ts';
export { ConflictDeclared, ReviewerAssigned, ReviewSubmitted } from './project/review/review.ts';
export { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from './project/selection/selection.ts';
export { SrlAssessed, SrlReviewConcluded, SrlReviewMissed, SrlReviewOpened } from './project/srl/srl.ts';
export { ApplicationRegistered } from './register/register.ts';
