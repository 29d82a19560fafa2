/** A finding as far as it is typed. */
export interface JudgementDraft {
  readonly outcome?: string | undefined;
  readonly evidence?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** The outcome that can have, or needs, another day. */
export interface LaterOn {
  readonly outcome: string;
  readonly required: boolean;
}

/** Whether there is an outcome with its evidence, and with another day where that is needed. */
export const isWhole = ({ outcome, evidence, dueOn }: JudgementDraft, laterOn: LaterOn | undefined): boolean =>
  outcome !== undefined && !!evidence?.trim() && !(laterOn?.required && outcome === laterOn.outcome && !dueOn);
