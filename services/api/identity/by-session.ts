import type { Sessions } from '@jalon/sessions';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.ts';
import type { Account } from './account.ts';
import { cookieOf, SESSION_COOKIE } from './cookie.ts';

/** Whoever is signed in with the browser that sent a request; undefined where nobody is. */
export type BySession = (request: FastifyRequest) => Promise<Account | undefined>;

/** Sent by the console with whatever changes something. Pages of other sites cannot send it without being asked first, and they are never allowed. */
export const CONSOLE_HEADER = 'x-jalon-console';
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Knows people by the cookie of their session. What changes something has to come from this site: the browser says so (`Sec-Fetch-Site`, `Origin`; Fetch
 * Metadata and RFC 6454), and the header of the console stands beside for browsers that do not.
 * @throws {ProblemError} `cross-site`
 */
export function bySessionIn(sessions: Pick<Sessions, 'find'>, publicUrl: string): BySession {
  const cookie = cookieOf(publicUrl, SESSION_COOKIE);
  const { origin } = new URL(publicUrl);
  return async (request) => {
    const secret = cookie.of(request);
    const session = secret === undefined ? undefined : await sessions.find(secret);
    if (!session) return undefined;
    if (!isOfThisSite(request, origin)) throw new ProblemError('cross-site');
    const { tenant, person, endsAt, authenticatedAt, level, provider, displayName, siret } = session;
    return {
      tenant,
      actor: { kind: 'person', id: person },
      expires: Math.floor(endsAt.getTime() / 1000),
      authenticated: Math.floor(authenticatedAt.getTime() / 1000),
      ...(level !== undefined && { level }),
      session: { provider, ...(displayName !== undefined && { displayName }), ...(siret !== undefined && { siret }) },
    };
  };
}

function isOfThisSite({ method, headers }: FastifyRequest, origin: string): boolean {
  const from = headers['sec-fetch-site'];
  if (SAFE.includes(method)) return from !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate';
  return (
    (from === undefined || from === 'same-origin') &&
    (headers.origin === undefined || headers.origin === origin) &&
    headers[CONSOLE_HEADER] !== undefined
  );
}
