import { languageNow } from '../words/start.ts';
import { offline, problemOf } from './problem.ts';

/** A file whose bytes are stored: what a command then names it by. */
export interface Stored {
  readonly hash: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Types by how a name ends, where the browser does not know them. */
const byEnding: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** What a file chooser may offer. */
export const acceptedFiles = Object.keys(byEnding)
  .map((ending) => `.${ending}`)
  .join(',');

const typeOf = ({ name, type }: File): string => byEnding[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? type;

/**
 * Stores the bytes of a file. `onProgress` is told the part that is sent, from 0 to 1; `fetch` cannot tell it, so this is an XMLHttpRequest.
 * @throws {Problem} too large, not of its type, infected; or nobody answered
 */
export function upload(file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/attachments');
    request.setRequestHeader('content-type', typeOf(file));
    request.setRequestHeader('accept-language', languageNow());
    request.setRequestHeader('x-jalon-console', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => void answerOf(request).then(resolve, reject));
    request.addEventListener('error', () => reject(offline()));
    request.addEventListener('abort', () => reject(offline()));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

async function answerOf(request: XMLHttpRequest): Promise<Stored> {
  const answer = new Response(request.responseText, {
    status: request.status,
    headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as Stored;
}
