import type { Clock } from '@jalon/runtime';
import type { Accounts } from '@jalon/sessions';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ProblemError } from '../problems/problem.ts';
import { accountOf } from './gate.ts';
import type { Provider } from './providers.ts';

/** How long ago somebody may have signed in who opens another way in to their account (minutes). */
const RECENT_MINUTES = 15;

export interface Linking {
  readonly app: FastifyInstance;
  readonly providers: readonly Provider[];
  readonly accounts: Accounts;
  readonly clock: Clock;
  /** Begins a sign-in that will be another way in for somebody; gives where to send the browser, and the cookie that it needs. */
  readonly begin: (provider: Provider, backTo: string | undefined, linkTo: { tenant: string; person: string }) => Promise<Begun>;
}
export interface Begun {
  readonly location: string;
  readonly cookie: string;
}

/**
 * Signing in at another provider as the same person. It is begun by a request that no other site can make, by somebody who signed in a short while ago, and ends
 * in the session in which it began.
 */
export function linkingRoutes({ app, providers, accounts, clock, begin }: Linking): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();

  typed.get('/auth/ways-in', { schema: { hide: true } }, async (request) => {
    const { tenant, actor } = accountOf(request);
    return { waysIn: await accounts.waysIn(tenant, actor.id) };
  });

  typed.post(
    '/auth/link',
    { schema: { hide: true, body: z.strictObject({ provider: z.string(), return: z.string().optional() }) } },
    async (request, reply) => {
      const { tenant, actor, session, authenticated = 0 } = accountOf(request);
      const provider = providers.find(({ settings }) => settings.id === request.body.provider && settings.accounts);
      if (!session || !provider) throw new ProblemError('thing-unknown', { thing: `provider "${request.body.provider}"` });
      if (clock().getTime() / 1000 - authenticated > RECENT_MINUTES * 60)
        throw new ProblemError('step-up-needed', { minutes: RECENT_MINUTES }, { stepUp: { maxAge: RECENT_MINUTES * 60 } });
      const { location, cookie } = await begin(provider, request.body.return, { tenant, person: actor.id });
      return reply.header('set-cookie', cookie).header('cache-control', 'no-store').send({ location });
    },
  );
}
