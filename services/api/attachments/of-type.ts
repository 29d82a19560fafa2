import { HEAD, type Media } from './media.ts';

/** Bytes that are not of the type that they are said to be. */
export class NotOfItsType extends Error {
  readonly code = 'attachment-not-its-type';
  readonly retryable = false;
}

/** Looks for words in bytes that come in chunks, also where a word lies across two of them. */
class Finder {
  readonly #words: readonly string[];
  readonly #longest: number;
  readonly found = new Set<string>();
  #tail: Buffer = Buffer.alloc(0);

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#longest = Math.max(0, ...words.map(({ length }) => length));
  }

  look(chunk: Buffer): void {
    if (this.found.size === this.#words.length) return;
    const across = Buffer.concat([this.#tail, chunk]);
    for (const word of this.#words) if (across.includes(word)) this.found.add(word);
    this.#tail = Buffer.from(across.subarray(Math.max(0, across.length - this.#longest + 1)));
  }
}

/**
 * Hands on bytes as long as they can be of a type. Who takes them keeps none before all have come: some things are known at the end only.
 * @throws {NotOfItsType} as soon as they cannot be
 */
export async function* ofType({ begins, holds, never, allows }: Media, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const finder = new Finder([holds, never].filter((word) => word !== undefined));
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of content) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    finder.look(chunk);
    if (never !== undefined && finder.found.has(never)) throw new NotOfItsType();
    if (allows && !chunk.every(allows)) throw new NotOfItsType();
    if (head && head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
    if (head && head.length === HEAD) {
      if (begins?.(head) === false) throw new NotOfItsType();
      head = undefined;
    }
    yield chunk;
  }
  if (head && begins?.(head) === false) throw new NotOfItsType();
  if (holds !== undefined && !finder.found.has(holds)) throw new NotOfItsType();
}
