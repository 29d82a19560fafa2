import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { meRoute } from './me.ts';
import { signInRoutes } from './sign-in.ts';
import { signOutRoutes } from './sign-out.ts';

const FORM_LIMIT = 16_384;

/** Signing in and out with a browser, and who one is. */
export function identityRoutes(
  app: FastifyInstance,
  { providers, sessions, accounts, newId, clock, logger, configuration, log, loader }: Dependencies,
): void {
  const { publicUrl } = configuration.http;
  meRoute(app, log, loader, clock);
  void app.register(async (scope) => {
    // Providers post their logout tokens as forms; nothing else does.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    signInRoutes({ app: scope, providers, sessions, accounts, newId, publicUrl, clock, logger });
    signOutRoutes({ app: scope, providers, sessions, publicUrl, clock, logger });
  });
}
