import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.ts';

/** One address may carry this many accounts at their limit, such as a whole administration behind one gateway. */
const ACCOUNTS_AN_ADDRESS = 5;
/**
 * How many requests of one address may be refused for want of a valid sign-in, in a minute, before no more are looked at: a twentieth of what one account
 * may send, and at least so many.
 */
const REJECTED = 300;
const OF_AN_ACCOUNT = 20;
const NOT_SIGNED_IN = 401;
const WINDOW = '1 minute';

/** How many requests a minute one account may send. */
export interface Rates {
  readonly requestsPerMinute: number;
}

const tooMany = (ttl: number) => new ProblemError('too-many-requests', { seconds: Math.ceil(ttl / 1000) }, { retryAfter: Math.ceil(ttl / 1000) });

/**
 * Counts requests by account, in the process; by address whoever sends them; and by address those that were not signed in, so that tokens and sessions cannot
 * be guessed at the price of checking them. Call before the gate is added, and before the routes are.
 */
export async function limitRates(app: FastifyInstance, { requestsPerMinute }: Rates): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: WINDOW,
    keyGenerator: whoAsks,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const keyGenerator = ({ ip }: FastifyRequest) => ip;
  const ofAddress = app.createRateLimit({ max: requestsPerMinute * ACCOUNTS_AN_ADDRESS, timeWindow: WINDOW, keyGenerator });
  const rejected = app.createRateLimit({ max: Math.max(REJECTED, requestsPerMinute / OF_AN_ACCOUNT), timeWindow: WINDOW, keyGenerator });

  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.rateLimit === false) return;
    const [all, refused] = await Promise.all([ofAddress(request), rejected(request, { increment: false })]);
    if (!all.isAllowed && all.isExceeded) throw tooMany(all.ttl);
    if (!refused.isAllowed && refused.remaining === 0) throw tooMany(refused.ttl);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === NOT_SIGNED_IN) await rejected(request);
  });
}

/** Requests are counted by account; those without one, by address. */
const whoAsks = ({ account, ip }: FastifyRequest): string => (account ? `${account.tenant}/${account.actor.kind}:${account.actor.id}` : ip);
