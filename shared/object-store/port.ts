/** Bytes that are in the store: their SHA-256 in lower-case hexadecimal, and how many they are. */
export interface Stored {
  readonly hash: string;
  readonly size: number;
}

export interface OpenObject extends Stored {
  /**
   * The bytes, to be read once. They are hashed as they are read: where they are not what was put, the reading throws before it gives the last of them,
   * so that nobody takes them for whole.
   * @throws {ObjectDamaged}
   */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Where the bytes of attachments are, by tenant and hash. Tenants' objects are apart, also where their bytes are the same. */
export interface ObjectStore {
  /**
   * Puts bytes in, and resolves once they are safe. Bytes that are there already are the same object.
   * @throws {ObjectTooLarge} as soon as there are more than the limit; nothing is kept. What the content throws passes through, and nothing is kept either.
   */
  put(tenant: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<Stored>;
  /** The object of a tenant with this hash, or undefined where there is none. */
  find(tenant: string, hash: string): Promise<Stored | undefined>;
  open(tenant: string, hash: string): Promise<OpenObject | undefined>;
}

/** More bytes than may be put in at once. */
export class ObjectTooLarge extends Error {
  readonly code = 'object-too-large';
  readonly retryable = false;
  readonly limit: number;
  constructor(limit: number) {
    super(`The object has more than ${limit} bytes: put in a smaller one.`);
    this.limit = limit;
  }
}

/** Bytes in the store are not those that were put in: restore them from a copy. */
export class ObjectDamaged extends Error {
  readonly code = 'object-damaged';
  readonly retryable = false;
  constructor(hash: string) {
    super(`The object ${hash} is damaged: its bytes have another hash. Restore it from a copy.`);
  }
}

/** The store does not take or give anything now: a full disk, a folder that may not be written. */
export class ObjectStoreUnavailable extends Error {
  readonly code = 'object-store-unavailable';
  readonly retryable = true;
}
