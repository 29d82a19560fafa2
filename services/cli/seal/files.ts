import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from '@jalon/seal/verify';
import { notVerified } from './not-verified.ts';

/** Opens a file of an export that somebody else may have made: a plain file under a name that we choose, no link, no pipe. */
async function openPlain(folder: string, file: string): Promise<FileHandle | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(join(folder, file), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw notVerified('hostile', `${file} cannot be opened as a plain file (${code}).`, { file });
  }
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notVerified('hostile', `${file} is no plain file.`, { file });
}

/** The bytes of a file of at most `limit` bytes; undefined where there is none. */
export async function bytesOf(folder: string, file: string, limit: number): Promise<Buffer | undefined> {
  const handle = await openPlain(folder, file);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    if (size > limit) throw notVerified('hostile', `${file} holds ${size} bytes, and no such file has more than ${limit}.`, { file });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The text of a file that has to be there. */
export async function textIn(folder: string, file: string, limit: number): Promise<string> {
  const bytes = await bytesOf(folder, file, limit);
  if (!bytes) throw notVerified('cut', `${file} is missing.`, { file });
  const text = textOf(bytes);
  if (text === undefined) throw notVerified('unreadable', `${file} is not UTF-8.`, { file });
  return text;
}

/** What JSON in a file says. */
export async function jsonIn(folder: string, file: string, limit: number): Promise<unknown> {
  const text = await textIn(folder, file, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw notVerified('unreadable', `${file} is not JSON.`, { file });
  }
}

/** The lines of a file, one at a time, each of at most `limit` bytes. The last one has to be whole. */
export async function* linesIn(folder: string, file: string, limit: number): AsyncGenerator<string> {
  const handle = await openPlain(folder, file);
  if (!handle) throw notVerified('cut', `${file} is missing.`, { file });
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
        number += 1;
        const line = textOf(bytes.subarray(0, end));
        if (line === undefined) throw notVerified('unreadable', `Line ${number} of ${file} is not UTF-8.`, { file });
        yield line;
        bytes = bytes.subarray(end + 1);
      }
      if (bytes.length > limit) throw notVerified('hostile', `Line ${number + 1} of ${file} is longer than any decision.`, { file });
      rest = bytes;
    }
    if (rest.length > 0) throw notVerified('cut', `${file} is cut: its last line has no end.`, { file });
  } finally {
    await handle.close();
  }
}
