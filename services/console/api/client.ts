import createClient, { type Middleware } from 'openapi-fetch';
import { languageNow } from '../words/start.ts';
import { afterNow } from './freshness.ts';
import type { paths } from './generated/schema.d.ts';
import { waiting } from './generated/waiting.ts';
import { offline, problemOf } from './problem.ts';

/** Sent with whatever changes something: a page of another site cannot set it, so the API knows that the console asks. */
const CONSOLE_HEADER = { 'x-jalon-console': '1' } as const;

const ours: Middleware = {
  onRequest({ request, schemaPath }) {
    request.headers.set('accept-language', languageNow());
    if (request.method !== 'GET') for (const [name, value] of Object.entries(CONSOLE_HEADER)) request.headers.set(name, value);
    const after = request.method === 'GET' && waiting.has(schemaPath) ? afterNow() : undefined;
    if (after === undefined) return undefined;
    const url = new URL(request.url);
    url.searchParams.set('after', after);
    return new Request(url, request);
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
  onError({ error }) {
    return error instanceof TypeError ? offline() : undefined;
  },
};

/** The API, with the types of its own document. Every answer but a good one is thrown as a `Problem`. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(ours);

/** A request beside the typed client, with the same headers, and the same problems thrown. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', languageNow());
  if (init.method && init.method !== 'GET') for (const [name, value] of Object.entries(CONSOLE_HEADER)) headers.set(name, value);
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}
