import type { Clock, Logger } from '@jalon/runtime';
import type { Session, Sessions } from '@jalon/sessions';
import type { FastifyInstance } from 'fastify';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { cookieOf, SESSION_COOKIE } from './cookie.ts';
import { accountOf } from './gate.ts';
import type { Provider } from './providers.ts';

/** OpenID Connect Back-Channel Logout 1.0 §2.4. */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const ALGORITHMS = ['ES256', 'EdDSA', 'RS256', 'PS256'];
const LOGOUT_TOKEN_SECONDS = 300;

export interface SigningOut {
  readonly app: FastifyInstance;
  readonly providers: readonly Provider[];
  readonly sessions: Sessions;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Ending sessions: this one, all of one's own, and those that a provider says have ended. */
export function signOutRoutes({ app, providers, sessions, publicUrl, clock, logger }: SigningOut): void {
  const sessionCookie = cookieOf(publicUrl, SESSION_COOKIE);

  app.post('/auth/sign-out', { schema: { hide: true } }, async (request, reply) => {
    const secret = sessionCookie.of(request);
    const ended = secret === undefined ? undefined : await sessions.end(secret);
    reply.header('set-cookie', sessionCookie.clear()).header('clear-site-data', '"cache"');
    return { location: await afterwards(ended) };
  });

  app.post('/auth/sign-out-everywhere', { schema: { hide: true } }, async (request, reply) => {
    const { tenant, actor } = accountOf(request);
    const ended = await sessions.endAll(tenant, actor.id);
    reply.header('set-cookie', sessionCookie.clear());
    return { ended };
  });

  /** Where the browser goes next: to the provider, which ends its own session too, or home. */
  async function afterwards(ended: Session | undefined): Promise<string> {
    const provider = providers.find(({ settings }) => settings.id === ended?.provider);
    if (!ended || !provider?.settings.signOutThere) return '/';
    try {
      const configuration = await provider.configuration();
      if (!configuration.serverMetadata().end_session_endpoint) return '/';
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: new URL('/', publicUrl).href,
        ...(ended.idToken !== undefined && { id_token_hint: ended.idToken }),
      }).href;
    } catch (err) {
      logger.warn({ err, provider: provider.settings.id }, 'signed out here, and the provider could not be asked to end its session');
      return '/';
    }
  }

  app.post<{ Params: { provider: string }; Body: unknown }>(
    '/auth/back-channel-logout/:provider',
    { config: { public: true }, schema: { hide: true } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const provider = providers.find(({ settings }) => settings.id === request.params.provider);
      const token = formField(request.body, 'logout_token');
      if (!provider || token === undefined) return reply.code(400).send({ error: 'invalid_request' });
      const claims = await checked(provider, token).catch((err: unknown) => {
        logger.warn({ err, provider: provider.settings.id }, 'a logout token was not accepted');
        return undefined;
      });
      if (!claims) return reply.code(400).send({ error: 'invalid_request' });
      const until = new Date(clock().getTime() + 2 * LOGOUT_TOKEN_SECONDS * 1000);
      if (!(await sessions.noteLogout(provider.settings.id, claims.id, until))) return reply.code(400).send({ error: 'invalid_request' });
      await sessions.endAt(provider.settings.id, claims);
      return reply.code(200).send();
    },
  );

  async function checked({ settings, configuration }: Provider, token: string) {
    const { issuer, jwks_uri } = (await configuration()).serverMetadata();
    if (!jwks_uri) throw new Error('the provider publishes no keys');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer,
      audience: settings.clientId,
      algorithms: ALGORITHMS,
      currentDate: clock(),
      maxTokenAge: LOGOUT_TOKEN_SECONDS,
      clockTolerance: 5,
      requiredClaims: ['iat', 'jti', 'events'],
    });
    return endedBy(payload);
  }
}

/** What a logout token ends (§2.6): it has an event of that kind, a session or a subject, and no nonce, which an ID token would have. */
function endedBy({ events, sid, sub, jti, nonce }: JWTPayload) {
  const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events;
  if (!isLogout || nonce !== undefined || jti === undefined) throw new Error('it is not a logout token');
  const session = typeof sid === 'string' ? sid : undefined;
  if (session === undefined && sub === undefined) throw new Error('it names neither a session nor a subject');
  return { id: jti, session, subject: sub };
}

const formField = (body: unknown, name: string): string | undefined => (body instanceof URLSearchParams ? (body.get(name) ?? undefined) : undefined);
