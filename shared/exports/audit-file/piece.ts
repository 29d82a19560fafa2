import type { LoggedDecision } from '@jalon/decision-log';
import { decisionsTold } from '@jalon/domain';
import { documentsIn, type MentionedDocument } from './documents.ts';

/** One decision in the audit file. */
export interface Piece {
  readonly decision: LoggedDecision;
  /** What it is called in French. */
  readonly told: string;
  readonly documents: readonly MentionedDocument[];
}

export function pieceOf(decision: LoggedDecision): Piece {
  const told = decisionsTold[decision.type]?.fr ?? decision.type;
  return { decision, told, documents: documentsIn(decision.data) };
}

/** Where a decision is in the folder. */
export const pathOf = ({ decision: { position, type } }: Piece): string =>
  `pieces/${String(position).padStart(7, '0')}-${type.replace(/[^a-z-]/g, '')}.json`;
