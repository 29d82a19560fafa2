import type { LoggedDecision } from '@jalon/decision-log';
import { type AskedElement, elements } from './elements.ts';
import { linesOf } from './expenditure.ts';
import { type Piece, pieceOf } from './piece.ts';

/** What an audit file is made of. */
export interface Gathered {
  readonly tenant: string;
  readonly project: string;
  readonly title: string;
  readonly organisation: string;
  readonly programme: string;
  readonly call: string;
  /** The decisions of the project, and those of its call, programme, sittings and organisations that concern it, in order of position. */
  readonly decisions: readonly LoggedDecision[];
}

/** Whether what an element asks for is there; `not-applicable` where nothing calls for it. */
export type Status = 'complete' | 'missing' | 'not-applicable';

export interface Element {
  readonly point: string;
  readonly title: string;
  readonly source: string;
  readonly status: Status;
  readonly missing: readonly string[];
  readonly pieces: readonly Piece[];
}

export interface AuditFile extends Omit<Gathered, 'decisions'> {
  readonly elements: readonly Element[];
  /** What belongs to no element: the rest of the project's history. */
  readonly others: readonly Piece[];
}

/** Puts the decisions of a project to the elements of the audit trail, and names what is missing. */
export function auditFileOf({ decisions, ...about }: Gathered): AuditFile {
  const pieces = decisions.map(pieceOf);
  const types = new Set(decisions.map(({ type }) => type));
  const placed = elements.map((asked) => elementOf(asked, pieces, types));
  const known = new Set(placed.flatMap((element) => element.pieces));
  return { ...about, elements: placed, others: pieces.filter((piece) => !known.has(piece)) };
}

function elementOf({ types: belonging, lacks, ...asked }: AskedElement, pieces: readonly Piece[], types: ReadonlySet<string>): Element {
  const costs = linesOf(asked.point, pieces);
  const own = costs?.pieces ?? pieces.filter(({ decision: { type } }) => belonging.includes(type));
  const missing = costs ? costs.missing : lacks((...wanted) => wanted.some((type) => types.has(type)));
  const status = missing && missing.length > 0 ? 'missing' : own.length > 0 ? 'complete' : 'not-applicable';
  return { point: asked.point, title: asked.title, source: asked.source, status, missing: missing ?? [], pieces: own };
}
