/** Looks at bytes as they go by; what it finds it says at their end, before whoever takes them keeps any. */
export interface Scan {
  /**
   * The same bytes.
   * @throws {FoundMalware} after the last of them, where there is something in them
   * @throws {ScannerUnavailable} where they could not be looked at: they are not taken then
   */
  readonly through: (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /** Whether the scanner answers. */
  readonly answers: () => Promise<boolean>;
}

/** Something that the scanner knows stands in the bytes; `found` is its name for it. */
export class FoundMalware extends Error {
  readonly code = 'attachment-infected';
  readonly retryable = false;
  readonly found: string;
  constructor(found: string) {
    super(`The scan found ${found}.`);
    this.found = found;
  }
}

/** The scanner does not answer, or answers what is no verdict. */
export class ScannerUnavailable extends Error {
  readonly code = 'object-store-unavailable';
  readonly retryable = true;
}
