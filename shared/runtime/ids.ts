import { randomUUIDv7 } from 'node:crypto';

/** A new identifier: UUID version 7 (RFC 9562), so that ids sort by when they were made. */
export const newId = (): string => randomUUIDv7();
