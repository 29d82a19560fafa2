import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { ObjectStore } from '@jalon/object-store';

/** Kinds of file that histories attach, by their ending. */
const mediaTypes: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.csv': 'text/csv', '.pdf': 'application/pdf', '.png': 'image/png' };

/** A file beside a history: the log is to hold what an attachment says of it, or its hash alone, and the object store its bytes. */
export class FileValue {
  readonly bytes: Buffer;
  readonly written: unknown;

  private constructor(bytes: Buffer, written: unknown) {
    this.bytes = bytes;
    this.written = written;
  }

  /** Undefined where there is no such file, or nobody could attach one like it. */
  static read(path: string, as: 'attachment' | 'hash'): FileValue | undefined {
    const mediaType = mediaTypes[extname(path)];
    if (mediaType === undefined) return undefined;
    try {
      const bytes = readFileSync(path);
      const hash = createHash('sha256').update(bytes).digest('hex');
      return new FileValue(bytes, as === 'hash' ? hash : { hash, name: basename(path), mediaType, size: bytes.length });
    } catch {
      return undefined;
    }
  }
}

export const isFile = (value: object): value is FileValue => value instanceof FileValue;

/** Puts the bytes of attachments where the services find them. What is there already is the same. */
export async function putFiles(tenant: string, files: readonly FileValue[], objects: Pick<ObjectStore, 'put'>): Promise<void> {
  for (const { bytes } of files) await objects.put(tenant, asChunks(bytes), bytes.length);
}

async function* asChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
