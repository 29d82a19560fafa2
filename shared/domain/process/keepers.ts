import type { ObligationKind } from '../kernel/obligation.ts';

/** The workflows that keep obligations. */
export type Keeper = 'project-journey' | 'srl-reviews' | 'call-lifecycle';

/** Which workflow keeps each kind of obligation: exactly one, so that nothing falls due twice or not at all. */
export const keepers: Readonly<Record<ObligationKind, Keeper>> = {
  'open-call': 'call-lifecycle',
  'close-call': 'call-lifecycle',
  'conclude-selection': 'call-lifecycle',
  'assess-eligibility': 'project-journey',
  review: 'project-journey',
  'answer-before-silence': 'project-journey',
  'decide-funding': 'project-journey',
  'sign-agreement': 'project-journey',
  'enter-phase': 'project-journey',
  'report-milestone': 'project-journey',
  'assess-milestone': 'project-journey',
  'release-tranche': 'project-journey',
  'open-srl-review': 'srl-reviews',
  'conclude-srl-review': 'srl-reviews',
  'decide-gate': 'project-journey',
  'final-report': 'project-journey',
};
