/** What is due next on a thing: a pure function of folded state and policy lists these; journeys and the *my work* view read the same list. */
export interface Obligation {
  /** Named by what it is and by the decision that last set its date, so that an extension or a loop back makes a new one. */
  readonly id: string;
  readonly kind: ObligationKind;
  /** Who has to do it. */
  readonly for: Obliged;
  /** The first instant at which it is late (ISO 8601). */
  readonly due: string;
  /** What the process will still do about it, in order of date: reminders, then escalations, then the lapse. Empty when it only waits for a person. */
  readonly steps: readonly Step[];
  /** The first of the steps. */
  readonly next?: Step;
}

/** Whoever has a role, one person, or one funder. */
export type Obliged = { readonly role: string } | { readonly person: string } | { readonly funder: string };

/** One act of the process on an obligation: a command of the same thing, at an instant, as of which it takes effect. */
export interface Step {
  readonly at: string;
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the process has to know of a thing: where it stands and what is due on it. It holds no personal data. */
export interface ProcessView {
  readonly stage: string;
  readonly obligations: readonly Obligation[];
}

export type ObligationKind =
  | 'open-call'
  | 'close-call'
  | 'conclude-selection'
  | 'convene-committee'
  | 'answer-question'
  | 'publish-results'
  | 'promote-from-reserve'
  | 'close-reserve'
  | 'hold-sitting'
  | 'acknowledge-receipt'
  | 'check-completeness'
  | 'answer-supplement'
  | 'assess-eligibility'
  | 'assign-reviewers'
  | 'review'
  | 'notify-outcome'
  | 'decide-appeal'
  | 'correct-outcome'
  | 'appeal-window'
  | 'reassess-after-conflict'
  | 'answer-before-silence'
  | 'decide-funding'
  | 'lift-reservations'
  | 'answer-withdrawal'
  | 'decide-withdrawal'
  | 'sign-agreement'
  | 'publish-grant'
  | 'answer-formal-notice'
  | 'resume-or-terminate'
  | 'close-agreement'
  | 'enter-phase'
  | 'report-milestone'
  | 'assess-milestone'
  | 'release-tranche'
  | 'examine-expenditure'
  | 'answer-examination'
  | 'conclude-examination'
  | 'certify-service'
  | 'approve-payment'
  | 'order-payment'
  | 'record-payment'
  | 'order-recovery'
  | 'pay-recovery'
  | 'answer-finding'
  | 'decide-correction'
  | 'open-srl-review'
  | 'conclude-srl-review'
  | 'answer-srl-request'
  | 'consolidate'
  | 'confirm-consolidation'
  | 'prepare-gate'
  | 'decide-gate'
  | 'meet-condition'
  | 'confirm-condition'
  | 'share-results'
  | 'value-review'
  | 'submit-report'
  | 'assess-report'
  | 'final-report';

/**
 * The act that the process has to take now on an obligation: the newest of its overdue steps, since a step taken stands for the ones before it
 * (an import or an outage leaves several overdue, and nobody wants three reminders at once). Undefined when nothing is overdue.
 */
export function stepToTake({ steps }: Pick<Obligation, 'steps'>, now: string): Step | undefined {
  return steps.findLast(({ at }) => Date.parse(at) <= Date.parse(now));
}
