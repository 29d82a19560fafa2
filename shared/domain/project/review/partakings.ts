import type { Happened } from '../../kernel/decision.ts';
import { facet } from '../../kernel/facet.ts';
import { AppealDecided, OutcomeCorrected } from '../appeal/appeal.ts';
import { DeclaredEligible, DeclaredIneligible } from '../application/application.ts';
import { AvisGiven } from '../avis/avis.ts';
import { FundingDeclined, FundingGranted } from '../funding/funding.ts';
import { MilestoneAssessed } from '../milestones/milestones.ts';
import { GateConditionConfirmed } from '../phases/conditions.ts';
import { GateDecided, OverlapBegun } from '../phases/phases.ts';
import { ApplicationNotSelected, ApplicationReserved, ApplicationSelected } from '../selection/selection.ts';
import { ConsolidationConfirmed } from '../srl/consolidation.ts';
import { SrlAssessed, SrlReconciled, SrlReviewConcluded } from '../srl/srl.ts';
import { WorkSrlAssessed } from '../srl/works.ts';
import { ConsensusRecorded } from './consensus.ts';
import { type Partaking, ReviewSubmitted } from './review.ts';

/** The judgements that each person took part in, by person, oldest first: what a conflict of interest touches that comes out later. */
export type Partakings = Readonly<Record<string, readonly Partaking[]>>;

const types = [
  DeclaredEligible,
  DeclaredIneligible,
  ReviewSubmitted,
  ConsensusRecorded,
  AvisGiven,
  ApplicationSelected,
  ApplicationReserved,
  ApplicationNotSelected,
  FundingGranted,
  FundingDeclined,
  AppealDecided,
  OutcomeCorrected,
  MilestoneAssessed,
  SrlAssessed,
  SrlReconciled,
  SrlReviewConcluded,
  ConsolidationConfirmed,
  WorkSrlAssessed,
  GateDecided,
  OverlapBegun,
  GateConditionConfirmed,
] as const;

function withPart(all: Partakings, persons: readonly string[], type: string, { id, at }: Happened): Partakings {
  const added = persons.map((person) => [person, [...(all[person] ?? []), { decision: id, type, at }]] as const);
  return { ...all, ...Object.fromEntries(added) };
}

/** A judgement of whoever recorded it; a process and an import judge nothing. */
const ofWhoever =
  (type: string) =>
  (all: Partakings, _: unknown, happened: Happened): Partakings =>
    happened.by.kind === 'person' ? withPart(all, [happened.by.id], type, happened) : all;

/** Whose review is there took part in the ranking, beside whoever concluded it. */
const ofReviewersToo =
  (type: string) =>
  (all: Partakings, _: unknown, happened: Happened): Partakings => {
    const reviewers = Object.keys(all).filter((person) => all[person]!.some((part) => part.type === ReviewSubmitted.type));
    const concluding = happened.by.kind === 'person' ? [happened.by.id] : [];
    return withPart(all, [...new Set([...reviewers, ...concluding])], type, happened);
  };

export const partakings = facet({} as Partakings, types, {
  'declared-eligible': ofWhoever('declared-eligible'),
  'declared-ineligible': ofWhoever('declared-ineligible'),
  'review-submitted': (all, { reviewer }, happened) => withPart(all, [reviewer], 'review-submitted', happened),
  'consensus-recorded': (all, { agreedBy }, happened) => withPart(all, agreedBy, 'consensus-recorded', happened),
  'avis-given': (all, { voters = [] }, happened) => withPart(all, voters, 'avis-given', happened),
  'application-selected': ofReviewersToo('application-selected'),
  'application-reserved': ofReviewersToo('application-reserved'),
  'application-not-selected': ofReviewersToo('application-not-selected'),
  'funding-granted': ofWhoever('funding-granted'),
  'funding-declined': ofWhoever('funding-declined'),
  'appeal-decided': ofWhoever('appeal-decided'),
  'outcome-corrected': ofWhoever('outcome-corrected'),
  'milestone-assessed': ofWhoever('milestone-assessed'),
  'srl-assessed': (all, { assessor }, happened) => withPart(all, [assessor], 'srl-assessed', happened),
  'srl-reconciled': ofWhoever('srl-reconciled'),
  'srl-review-concluded': ofWhoever('srl-review-concluded'),
  'consolidation-confirmed': ofWhoever('consolidation-confirmed'),
  'work-srl-assessed': (all, { assessor }, happened) => withPart(all, [assessor], 'work-srl-assessed', happened),
  'gate-decided': ofWhoever('gate-decided'),
  'overlap-begun': ofWhoever('overlap-begun'),
  'gate-condition-confirmed': ofWhoever('gate-condition-confirmed'),
});
