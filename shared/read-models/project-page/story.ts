import { project } from '@jalon/domain';
import {
  AgreementSigned,
  ApplicationNotSelected,
  ApplicationReserved,
  ApplicationSelected,
  DeclaredEligible,
  DeclaredIneligible,
  facet,
  GateDecided,
  MilestoneAgreed,
  PhaseEntered,
  ProjectCompleted,
  SrlReviewConcluded,
  SrlReviewMissed,
  TrancheReleased,
  TrancheRequested,
} from '@jalon/domain/decisions';
import { told } from '../folding/told.ts';

type DataOf<Make extends (data: never) => unknown> = Parameters<Make>[0];
type At<Data> = Data & { readonly at: string };

/** What became of a project, step by step, where rules only keep where it stands. Oldest first. */
export interface ProjectStory {
  readonly eligibility?: At<DataOf<typeof DeclaredEligible>> & { readonly eligible: boolean };
  readonly selection?: {
    readonly at: string;
    readonly outcome: 'selected' | 'reserve' | 'not-selected';
    readonly rank?: number;
    readonly total: number;
  };
  readonly signed?: Pick<At<DataOf<typeof AgreementSigned>>, 'at' | 'signedOn' | 'parties'>;
  readonly entered: readonly At<DataOf<typeof PhaseEntered>>[];
  readonly gates: readonly At<DataOf<typeof GateDecided>>[];
  readonly agreed: readonly DataOf<typeof MilestoneAgreed>[];
  readonly reviews: readonly (
    | (At<DataOf<typeof SrlReviewConcluded>> & { readonly missed: false })
    | (At<DataOf<typeof SrlReviewMissed>> & { readonly missed: true })
  )[];
  readonly payments: readonly (At<DataOf<typeof TrancheRequested>> & { readonly standing: 'requested' | 'released' })[];
  readonly completed?: At<DataOf<typeof ProjectCompleted>>;
}

const untold: ProjectStory = { entered: [], gates: [], agreed: [], reviews: [], payments: [] };

const types = [
  DeclaredEligible,
  DeclaredIneligible,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  AgreementSigned,
  PhaseEntered,
  GateDecided,
  MilestoneAgreed,
  SrlReviewConcluded,
  SrlReviewMissed,
  TrancheRequested,
  TrancheReleased,
  ProjectCompleted,
] as const;

const story = facet(untold, types, {
  'declared-eligible': (all, data, { at }) => ({ ...all, eligibility: { ...data, at, eligible: true } }),
  'declared-ineligible': (all, data, { at }) => ({ ...all, eligibility: { ...data, at, eligible: false } }),
  'application-selected': (all, { rank, total }, { at }) => ({ ...all, selection: { at, outcome: 'selected', rank, total } }),
  'application-reserved': (all, { rank, total }, { at }) => ({ ...all, selection: { at, outcome: 'reserve', rank, total } }),
  'application-not-selected': (all, { total }, { at }) => ({ ...all, selection: { at, outcome: 'not-selected', total } }),
  'agreement-signed': (all, { signedOn, parties }, { at }) => ({ ...all, signed: { at, signedOn, parties } }),
  'phase-entered': (all, data, { at }) => ({ ...all, entered: [...all.entered, { ...data, at }] }),
  'gate-decided': (all, data, { at }) => ({ ...all, gates: [...all.gates, { ...data, at }] }),
  'milestone-agreed': (all, data) => ({ ...all, agreed: [...all.agreed.filter(({ milestone }) => milestone !== data.milestone), data] }),
  'srl-review-concluded': (all, data, { at }) => ({ ...all, reviews: [...all.reviews, { ...data, at, missed: false }] }),
  'srl-review-missed': (all, data, { at }) => ({ ...all, reviews: [...all.reviews, { ...data, at, missed: true }] }),
  'tranche-requested': (all, data, { at }) => ({ ...all, payments: [...all.payments, { ...data, at, standing: 'requested' }] }),
  'tranche-released': (all, data, { at }) => ({
    ...all,
    payments: [...all.payments.filter(({ phase, kind }) => phase !== data.phase || kind !== data.kind), { ...data, at, standing: 'released' }],
  }),
  'project-completed': (all, data, { at }) => ({ ...all, completed: { ...data, at } }),
});

/** A project with its story. */
export const toldProject = told(project, story);
