import { decisionsTold, project, type Text } from '@jalon/domain';
import {
  AgreementLapsed,
  AgreementSigned,
  ApplicationNotSelected,
  ApplicationReserved,
  ApplicationSelected,
  ApplicationWithdrawn,
  AwardRenounced,
  CancelledWithCall,
  DeclaredEligible,
  DeclaredIneligible,
  facet,
  GateDecided,
  MilestoneAgreed,
  MilestoneCancelled,
  MilestoneRevised,
  OutcomeCorrected,
  PhaseEntered,
  ProjectCompleted,
  ReportSubmitted,
  ReserveExpired,
  ResultsShared,
  SrlReviewConcluded,
  SrlReviewMissed,
} from '@jalon/domain/decisions';
import { storyOf, told } from '../folding/told.ts';
import { lessonsStory } from './lessons-story.ts';
import { paymentsStory } from './payments-story.ts';
import type { At, DataOf } from './step.ts';

/** What became of a project, step by step, where rules only keep where it stands. Oldest first. */
export interface CourseStory {
  readonly eligibility?: At<DataOf<typeof DeclaredEligible>> & { readonly eligible: boolean };
  readonly selection?: {
    readonly at: string;
    readonly outcome: 'selected' | 'reserve' | 'not-selected';
    readonly rank?: number;
    readonly total: number;
  };
  /** What was decided in place of an outcome; that outcome stays readable above. */
  readonly corrected: readonly At<Pick<DataOf<typeof OutcomeCorrected>, 'to' | 'because' | 'from'>>[];
  readonly signed?: Pick<At<DataOf<typeof AgreementSigned>>, 'at' | 'signedOn' | 'parties'>;
  readonly entered: readonly At<DataOf<typeof PhaseEntered>>[];
  readonly gates: readonly At<DataOf<typeof GateDecided>>[];
  readonly agreed: readonly DataOf<typeof MilestoneAgreed>[];
  readonly reviews: readonly (
    | (At<DataOf<typeof SrlReviewConcluded>> & { readonly missed: false })
    | (At<DataOf<typeof SrlReviewMissed>> & { readonly missed: true })
  )[];
  readonly reports: readonly Pick<DataOf<typeof ReportSubmitted>, 'report' | 'from' | 'upTo'>[];
  /** Where the results are for everybody to find. */
  readonly shared: DataOf<typeof ResultsShared>['results'];
  readonly completed?: At<DataOf<typeof ProjectCompleted>>;
  /** What ended it before its time, as a line in a list. */
  readonly endedBy?: Text;
}

const untold: CourseStory = { corrected: [], entered: [], gates: [], agreed: [], reviews: [], reports: [], shared: [] };

const types = [
  DeclaredEligible,
  DeclaredIneligible,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  ReserveExpired,
  OutcomeCorrected,
  AgreementSigned,
  PhaseEntered,
  GateDecided,
  MilestoneAgreed,
  MilestoneRevised,
  MilestoneCancelled,
  SrlReviewConcluded,
  SrlReviewMissed,
  ReportSubmitted,
  ResultsShared,
  ProjectCompleted,
  ApplicationWithdrawn,
  CancelledWithCall,
  AwardRenounced,
  AgreementLapsed,
] as const;

const endedBy =
  (type: (typeof types)[number]['type']) =>
  (all: CourseStory): CourseStory => {
    const words = decisionsTold[type];
    return { ...all, ...(words && { endedBy: words }) };
  };

const course = facet(untold, types, {
  'declared-eligible': (all, data, { at }) => ({ ...all, eligibility: { ...data, at, eligible: true } }),
  'declared-ineligible': (all, data, { at }) => ({ ...all, eligibility: { ...data, at, eligible: false } }),
  'application-selected': (all, { rank, total }, { at }) => ({ ...all, selection: { at, outcome: 'selected', rank, total } }),
  'application-reserved': (all, { rank, total }, { at }) => ({ ...all, selection: { at, outcome: 'reserve', rank, total } }),
  'application-not-selected': (all, { total }, { at }) => ({ ...all, selection: { at, outcome: 'not-selected', total } }),
  'reserve-expired': (all, _, { at }) => (all.selection ? { ...all, selection: { ...all.selection, at, outcome: 'not-selected' } } : all),
  'outcome-corrected': (all, { to, because, from }, { at }) => ({ ...all, corrected: [...all.corrected, { to, because, from, at }] }),
  'agreement-signed': (all, { signedOn, parties }, { at }) => ({ ...all, signed: { at, signedOn, parties } }),
  'phase-entered': (all, data, { at }) => ({ ...all, entered: [...all.entered, { ...data, at }] }),
  'gate-decided': (all, data, { at }) => ({ ...all, gates: [...all.gates, { ...data, at }] }),
  'milestone-agreed': (all, data) => ({ ...all, agreed: [...all.agreed.filter(({ milestone }) => milestone !== data.milestone), data] }),
  'milestone-revised': (all, { milestone, expected, dueOn }) => ({
    ...all,
    agreed: all.agreed.map((one) => (one.milestone === milestone ? { ...one, expected, dueOn } : one)),
  }),
  'milestone-cancelled': (all, { milestone }) => ({ ...all, agreed: all.agreed.filter((one) => one.milestone !== milestone) }),
  'srl-review-concluded': (all, data, { at }) => ({ ...all, reviews: [...all.reviews, { ...data, at, missed: false }] }),
  'srl-review-missed': (all, data, { at }) => ({ ...all, reviews: [...all.reviews, { ...data, at, missed: true }] }),
  'report-submitted': (all, { report, from, upTo }) => ({ ...all, reports: [...all.reports, { report, from, upTo }] }),
  'results-shared': (all, { results }) => ({ ...all, shared: [...all.shared, ...results] }),
  'project-completed': (all, data, { at }) => ({ ...all, completed: { ...data, at } }),
  'application-withdrawn': endedBy('application-withdrawn'),
  'cancelled-with-call': endedBy('cancelled-with-call'),
  'award-renounced': endedBy('award-renounced'),
  'agreement-lapsed': endedBy('agreement-lapsed'),
});

/** A project with its story. */
export const toldProject = told(project, storyOf({ course, payments: paymentsStory, lessons: lessonsStory }));
