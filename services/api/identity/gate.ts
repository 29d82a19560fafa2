import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.ts';
import type { Account, VerifyToken } from './account.ts';

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
 * Lets nothing through without an accepted token, addresses that do not exist included, save routes that say `config: { public: true }` and
 * those below the addresses given.
 */
export function gate(app: FastifyInstance, verify: VerifyToken, publicBelow: readonly string[]): void {
  app.decorateRequest('account', undefined);
  app.addHook('onRequest', async (request) => {
    const { config, url } = request.routeOptions;
    if (config.public || (url !== undefined && publicBelow.some((above) => url === above || url.startsWith(`${above}/`)))) return;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new ProblemError('not-signed-in');
    request.account = await verify(token);
  });
}

/** Who asks. Throws where a route was made public by mistake. */
export function accountOf({ account, url }: FastifyRequest): Account {
  if (!account) throw new Error(`${url} needs an account and is served without the gate.`);
  return account;
}
