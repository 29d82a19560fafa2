/** Every type of decision by its name, for whoever tells a thing's story beside its rules (views, letters, notifications). */

export { CommitteeCalledOff, CommitteeConvened } from './call/committee.ts';
export { ClosingReportPublished, ResultsPublished } from './call/publication.ts';
export { QuestionAnswered, QuestionAsked } from './call/questions.ts';
export {
  AwardReturned,
  EnvelopeUse,
  PlacedInReserve,
  PromotedFromReserve,
  Ranked,
  ReserveClosed,
  ReserveDrawn,
  SelectionConcluded,
  Shortfall,
} from './call/selection.ts';
export { CallCancelled, CallClosed, CallOpened, CallPublished } from './call/stage.ts';
export { CallAmended, CallDrafted } from './call/terms.ts';
export { TieSettled } from './call/ties.ts';
export { type Facet, facet } from './kernel/facet.ts';
export { AccountClosed, AccountConfirmed, AccountRegistered } from './organisation/accounts.ts';
export { Aid, AidCancelled, AidDeclared, AidReduced } from './organisation/aid.ts';
export { DeclarationMade } from './organisation/declarations.ts';
export { ErasureAnswered } from './organisation/erasure/erasures.ts';
export { OrganisationIdentified } from './organisation/identification.ts';
export { SignatoryEnded, SignatoryNamed } from './organisation/signatories.ts';
export { MemberJoined, MemberLeft, UndertakingJoined, UndertakingLeft } from './organisation/undertaking.ts';
export { ObligationEscalated, ObligationReminded } from './process/nudges.ts';
export { PolicyDrafted, PolicyDraftWithdrawn } from './programme/drafts.ts';
export { ExpertiseDeclared } from './programme/expertise.ts';
export { GateEvidence } from './programme/policy/gates.ts';
export {
  AgreementAmended,
  AgreementConditionMet,
  AgreementExtended,
  AgreementLapsed,
  AgreementResumed,
  AgreementSigned,
  AgreementSuspended,
  AgreementTerminated,
  AmendmentDrafted,
  FormalNoticeAnswered,
  FormalNoticeGiven,
  FormalNoticeLifted,
  PartyReplaced,
  ProjectTransferred,
} from './project/agreement/agreement.ts';
export { AgreementDrafted, PartySigned } from './project/agreement/drafting.ts';
export { PlannedTranche, TrancheKind } from './project/agreement/payment-plan.ts';
export { AppealDecided, AppealLodged, AppealSilenceRecorded, AppealWindowClosed, OutcomeCorrected } from './project/appeal/appeal.ts';
export {
  ApplicationRevised,
  ApplicationStarted,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  DeclaredEligible,
  DeclaredIneligible,
  Finding,
  SilenceRecorded,
} from './project/application/application.ts';
export { MemberAdded, MemberRemoved } from './project/application/consortium.ts';
export { Content, WorkCategory } from './project/application/content.ts';
export {
  CompletenessConfirmed,
  ReceiptAcknowledged,
  SupplementAnswered,
  SupplementClosed,
  SupplementMissed,
  SupplementRequested,
} from './project/application/intake.ts';
export { PieceAttached, PieceRemoved } from './project/application/pieces.ts';
export { Avis, AvisGiven, Question, Reservation } from './project/avis/avis.ts';
export { CaseStudyRecorded } from './project/case-study/case-study.ts';
export {
  CheckClosed,
  CheckOpened,
  DoubleFundingChecked,
  FindingAnswered,
  FindingRecorded,
  FindingsClosed,
  IrregularityClosed,
  IrregularityReported,
  VisitPlanned,
  VisitRecorded,
} from './project/checks/checks.ts';
export { CorrectionDecided } from './project/checks/corrections.ts';
export { IndicatorAgreed, IndicatorReported, PublicityRecorded } from './project/checks/indicators.ts';
export {
  CyclePlanned,
  CycleResultsShared,
  HypothesisConcluded,
  HypothesisFormulated,
  KeyFunctionsNamed,
  ObservationRecorded,
  ProtocolOpened,
  ProtocolRevised,
} from './project/experiment/experiment.ts';
export { CyclePlan, Hypothesis, HypothesisResult, KeyFunction, Protocol, Sharing } from './project/experiment/protocol.ts';
export {
  ActMadeExecutory,
  AwardRenounced,
  FundingDeclined,
  FundingGranted,
  GrantAwarded,
  ReducedAwardAccepted,
  ReservationLifted,
} from './project/funding/funding.ts';
export { TrancheReleased, TrancheRequested, TrancheReturned } from './project/funding/tranches.ts';
export { AwardWithdrawn, WithdrawalAnnounced, WithdrawalAnswered, WithdrawalDropped } from './project/funding/withdrawal.ts';
export { LessonContent, LessonPublished, LessonRecorded, LessonWithdrawn } from './project/lessons/lessons.ts';
export {
  MilestoneAgreed,
  MilestoneAssessed,
  MilestoneCancelled,
  MilestoneOutcome,
  MilestoneReported,
  MilestoneRevised,
} from './project/milestones/milestones.ts';
export { OutcomeNotified } from './project/notification/outcome.ts';
export {
  ExaminationAnswered,
  ExaminationClosed,
  ExaminationConcluded,
  ExpenditureDeclared,
  ExpenditureExamined,
  ExpenditureLine,
  RetainedLine,
  ServiceCertified,
  ServiceNotCertified,
} from './project/payments/expenditure/expenditure.ts';
export { PaymentApproved, PaymentOrdered, PaymentRecorded, PaymentRejected } from './project/payments/payments.ts';
export { RecoveryFound, RecoveryOrdered, RecoveryPaid, RecoveryWaived } from './project/payments/recovery/recovery.ts';
export { PhaseSettled, ProjectSettled } from './project/payments/recovery/settlement.ts';
export { GateConditionConfirmed, GateConditionMet } from './project/phases/conditions.ts';
export {
  GateCondition,
  GateDecided,
  GateOutcome,
  GatePrepared,
  OverlapBegun,
  PhaseEntered,
  ProjectCompleted,
  ResultsShared,
} from './project/phases/phases.ts';
export { ReportAccepted, ReportContent, ReportCorrected, ReportReturned, ReportSubmitted } from './project/reports/reports.ts';
export { ConfirmedAfterConflict } from './project/review/conflicts.ts';
export { ConsensusRecorded } from './project/review/consensus.ts';
export {
  ConflictDeclared,
  ConflictNature,
  Mark,
  Opinion,
  ReviewDeclined,
  ReviewExtended,
  ReviewerAssigned,
  ReviewerReleased,
  ReviewSubmitted,
} from './project/review/review.ts';
export {
  ApplicationNotSelected,
  ApplicationReserved,
  ApplicationSelected,
  CancelledWithCall,
  ReserveExpired,
} from './project/selection/selection.ts';
export { ConsolidationConfirmed, ConsolidationReported } from './project/srl/consolidation.ts';
export {
  SrlAssessed,
  SrlCadenceSet,
  SrlReconciled,
  SrlRequestDeclined,
  SrlReviewConcluded,
  SrlReviewMissed,
  SrlReviewOpened,
  SrlReviewRequested,
} from './project/srl/srl.ts';
export { WorkSrlAssessed } from './project/srl/works.ts';
export { NeedKind } from './project/support/kinds.ts';
export {
  AccompanierNamed,
  AccompanierReleased,
  NeedMet,
  NeedStated,
  NeedWithdrawn,
  SupportOffered,
  SupportRecorded,
} from './project/support/support.ts';
export { TargetSystemPublished, TargetSystemRevised } from './project/target-system/target-system.ts';
export { ValueReview, ValueReviewed } from './project/value/value.ts';
export { ApplicationRegistered } from './register/register.ts';
export { SittingAdjourned, SittingCancelled, SittingConvened, Voice } from './sitting/convocation.ts';
export { ApplicantHeard, Counts, ItemConcluded, Vote, VoteCast } from './sitting/deliberation.ts';
export { MinutesSigned } from './sitting/minutes.ts';
export { MemberRecused, NoInterestDeclared, ProxyGiven, SittingOpened } from './sitting/presence.ts';
