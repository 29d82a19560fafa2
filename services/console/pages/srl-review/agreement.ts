import type { Found, OpenReview, Outcome } from './assessment.ts';

/** What is agreed on one level, as far as it is typed. */
export interface TypedAgreement {
  readonly outcome?: Outcome | undefined;
  readonly evidence?: string | undefined;
}
export interface AgreementDraft {
  readonly levels: Readonly<Record<number, TypedAgreement>>;
  readonly reasons?: string | undefined;
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Whether every level on which the assessments differ is agreed on, with reasons. */
export const isWhole = ({ levels, reasons }: AgreementDraft, differing: OpenReview['differing']): boolean =>
  isSaid(reasons) && differing.every(({ level }) => levels[level]?.outcome !== undefined && isSaid(levels[level].evidence));

/** The levels that differ now, as typed: one that was settled meanwhile by a corrected assessment is left out. */
export const agreedOn = ({ levels }: AgreementDraft, differing: OpenReview['differing']): Found[] =>
  differing.flatMap(({ level }) => {
    const { outcome, evidence = '' } = levels[level] ?? {};
    return outcome ? [{ level, outcome, evidence }] : [];
  });
