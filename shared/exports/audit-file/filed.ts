import type { MentionedDocument } from './documents.ts';

/** A document of the file: where its bytes are in the folder; without a path they are not in the store. */
export interface FiledDocument extends MentionedDocument {
  readonly path?: string;
}

/** What is known of the log beside the decisions. */
export interface Filed {
  /** When the file was made (ISO 8601). */
  readonly madeAt: string;
  /** The public keys that its proofs verify with; none where nothing is sealed. */
  readonly keys: readonly string[];
  /** The path of the proof of a decision, by its id; absent where it is not sealed yet. */
  readonly proofs: ReadonlyMap<string, string>;
  /** The documents, by hash. */
  readonly documents: ReadonlyMap<string, FiledDocument>;
}
