import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.ts';
import type { Account, VerifyToken } from './account.ts';
import type { BySession } from './by-session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set by the gate on every route that is not public. */
    account: Account | undefined;
  }
  interface FastifyContextConfig {
    /** Served without a token: health, the reference, sign-in. */
    readonly public?: true;
  }
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * Lets nothing through without an accepted token or a session, addresses that do not exist included, save routes that say `config: { public: true }` and
 * those below the addresses given. A token counts where both are sent.
 */
export function gate(app: FastifyInstance, verify: VerifyToken, bySession: BySession, publicBelow: readonly string[]): void {
  app.decorateRequest('account', undefined);
  app.addHook('onRequest', async (request) => {
    const { config, url } = request.routeOptions;
    if (config.public || (url !== undefined && publicBelow.some((above) => url === above || url.startsWith(`${above}/`)))) return;
    const { authorization } = request.headers;
    const token = BEARER.exec(authorization ?? '')?.[1];
    const account = token !== undefined ? await verify(token) : authorization === undefined ? await bySession(request) : undefined;
    if (account === undefined) throw new ProblemError('not-signed-in');
    request.account = account;
  });
}

/** Who asks. Throws where a route was made public by mistake. */
export function accountOf({ account, url }: FastifyRequest): Account {
  if (!account) throw new Error(`${url} needs an account and is served without the gate.`);
  return account;
}
