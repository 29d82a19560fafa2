import { createHash } from 'node:crypto';
import { ObjectDamaged, ObjectTooLarge, type Stored } from './port.ts';

/** The form of a hash; anything else names no object, and may not become part of a path. */
export const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash);

/**
 * Hands on bytes and counts and hashes them on the way.
 * @throws {ObjectTooLarge} in place of the first chunk that goes beyond the limit
 */
export async function measure(content: AsyncIterable<Uint8Array>, limit: number, write: (chunk: Uint8Array) => Promise<unknown>): Promise<Stored> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > limit) throw new ObjectTooLarge(limit);
    hash.update(chunk);
    await write(chunk);
  }
  return { hash: hash.digest('hex'), size };
}

/**
 * The same bytes, checked against their hash: the last chunk is held back until the hash is known to be right.
 * @throws {ObjectDamaged}
 */
export async function* checked(expected: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of content) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== expected) throw new ObjectDamaged(expected);
  if (held) yield held;
}
