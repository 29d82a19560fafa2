import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'jalon';

/** What this site keeps in a browser. Scripts cannot read any of it. */
export interface Cookie {
  /** Its value in a request, if the browser sent one. */
  readonly of: (request: Pick<FastifyRequest, 'headers'>) => string | undefined;
  /** The `Set-Cookie` header that puts a value there, or takes it away. */
  readonly set: (value: string) => string;
  readonly clear: () => string;
}

/**
 * A cookie that lasts as long as the browser runs, or the seconds given. On https its name has the prefix `__Host-`: the browser takes it from this very host
 * alone (RFC 6265bis §4.1.3.2). On plain http, which is for a machine of one's own, the port stands in its name: cookies do not tell ports apart.
 */
export function cookieOf(publicUrl: string, name: string, maxAge?: number): Cookie {
  const { protocol, port } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const named = secure ? `__Host-${name}` : `${name}-${port || '80'}`;
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return {
    of: ({ headers }) => (headers.cookie ? parseCookie(headers.cookie)[named] : undefined),
    set: (value) => stringifySetCookie({ name: named, value, ...options, ...(maxAge !== undefined && { maxAge }) }),
    clear: () => stringifySetCookie({ name: named, value: '', ...options, maxAge: 0 }),
  };
}
