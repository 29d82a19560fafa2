import type { Sealed } from '@jalon/domain/sealing';

/** Wraps the keys of subjects. Where it is kept decides what a stolen database is worth; a key-management service can stand behind it. */
export interface KeyEncryption {
  /** Names the key that wraps now. */
  readonly id: string;
  wrap(key: Buffer, context: string): Promise<Buffer>;
  /**
   * @param by the id of the key that wrapped it: this one or an older one
   * @throws {KeyUnavailable} where it has no such key, or the key does not fit
   */
  unwrap(wrapped: Buffer, context: string, by: string): Promise<Buffer>;
}

/** The key that wraps the keys of subjects is not the one that wrapped them, or is not configured. */
export class KeyUnavailable extends Error {
  readonly code = 'personal-data-locked';
  readonly retryable = false;
}

/** Nothing is known of a subject; it has a key; or its key was destroyed, for ever. */
export type SubjectState = 'never' | 'active' | 'erased';

/** Something to seal, and whose it is. */
export interface Plain {
  readonly of: string;
  readonly text: string;
}

/** What came out of something sealed: its text; or that its subject is erased. Undefined where it was no personal data. */
export type Opened = { readonly text: string } | { readonly erased: true } | undefined;

export interface Privacy {
  /** Seals each piece with the key of its subject, made where it has none yet. Of an erased subject nothing is sealed: `erased` stands in its place. */
  seal(tenant: string, pieces: readonly Plain[]): Promise<readonly (Sealed | 'erased')[]>;
  /** Opens what stands in a state, a decision or a row for personal data, in order. */
  open(tenant: string, contents: readonly unknown[]): Promise<readonly Opened[]>;
  stateOf(tenant: string, subject: string): Promise<SubjectState>;
  /** Destroys the key of a subject, and the hashes by which its commands are compared. Again changes nothing. @returns whether there was a key */
  erase(tenant: string, subject: string): Promise<boolean>;
  /** Wraps every key by the key that wraps now. @returns how many were wrapped by another */
  rewrap(): Promise<number>;
}
