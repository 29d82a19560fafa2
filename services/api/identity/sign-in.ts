import type { Clock, Logger } from '@jalon/runtime';
import type { Attempt, Sessions, SignedIn } from '@jalon/sessions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { ProviderUnavailable } from './account.ts';
import { type Cookie, cookieOf } from './cookie.ts';
import { type Provider, type ProviderSettings, personOf } from './providers.ts';

/** How long a browser keeps what it began to sign in with (seconds). */
const ATTEMPT_SECONDS = 600;
export const SESSION_COOKIE = 'jalon';

export interface SigningIn {
  readonly app: FastifyInstance;
  readonly providers: readonly Provider[];
  readonly sessions: Sessions;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Why a sign-in came to nothing, as the console is told: `?sign-in=<reason>`. */
type Failure = 'cancelled' | 'provider-unavailable' | 'account-unknown' | 'failed';

const Beginning = z.object({
  provider: z.string().optional(),
  return: z.string().optional(),
  login_hint: z.string().max(200).optional(),
  /** Asks for a stronger proof, as decisions that need one say. */
  step_up: z.string().optional(),
});

/**
 * Signing in with a browser, by the code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1; RFC 9700): each provider has a callback address of its
 * own, so that no provider's answer is taken for another's.
 */
export function signInRoutes({ app, providers, sessions, publicUrl, clock, logger }: SigningIn): void {
  const site = new URL(publicUrl);
  const sessionCookie = cookieOf(publicUrl, SESSION_COOKIE);
  const browserCookie = cookieOf(publicUrl, 'jalon-sign-in', ATTEMPT_SECONDS);
  const callbackOf = ({ settings }: Provider) => new URL(`/auth/callback/${settings.id}`, site).href;
  const failing = (reply: FastifyReply, reason: Failure, backTo = '/') => {
    const back = new URL(backTo, site);
    back.searchParams.set('sign-in', reason);
    return reply.header('set-cookie', browserCookie.clear()).redirect(back.pathname + back.search, 303);
  };

  app.get('/auth/providers', { config: { public: true }, schema: { hide: true } }, () => ({
    providers: providers.map(({ settings: { id, title } }) => ({ id, title })),
  }));

  app.get('/auth/sign-in', { config: { public: true }, schema: { hide: true } }, async (request, reply) => {
    const asked = Beginning.safeParse(request.query);
    const provider = providers.find(({ settings }) => settings.id === asked.data?.provider) ?? providers[0];
    reply.header('cache-control', 'no-store');
    if (!asked.success || !provider) return failing(reply, 'failed');
    // Cookies belong to a host: a sign-in begun under another name of this site could not be finished.
    if (new URL(`${site.protocol}//${request.host}`).host !== site.host) return reply.redirect(new URL(request.url, site).href, 303);
    const backTo = pathWithin(site, asked.data.return);
    try {
      const begun = await begin(provider, asked.data, backTo);
      return reply.header('set-cookie', browserCookie.set(begun.browser)).redirect(begun.address, 303);
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      return failing(reply, 'provider-unavailable', backTo);
    }
  });

  async function begin(provider: Provider, { login_hint, step_up }: z.infer<typeof Beginning>, backTo: string) {
    const configuration = await provider.configuration();
    const [state, nonce, verifier, browser] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier(), oidc.randomState()];
    await sessions.attempt(state, browser, { provider: provider.settings.id, nonce, verifier, backTo });
    const { scope, stepUp } = provider.settings;
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackOf(provider),
      scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(login_hint !== undefined && { login_hint }),
      ...(step_up !== undefined && { max_age: '0', ...(stepUp?.acrValues && { acr_values: stepUp.acrValues }) }),
    });
    return { address: address.href, browser };
  }

  app.get<{ Params: { provider: string } }>(
    '/auth/callback/:provider',
    { config: { public: true }, schema: { hide: true } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const provider = providers.find(({ settings }) => settings.id === request.params.provider);
      const attempt = await attemptOf(request, sessions, browserCookie);
      if (!provider || attempt?.attempt.provider !== provider.settings.id) return failing(reply, 'failed');
      const { backTo } = attempt.attempt;
      try {
        const signedIn = await finish(provider, attempt, new URL(request.url, site));
        if (!signedIn) return failing(reply, 'account-unknown', backTo);
        const { secret } = await sessions.begin(signedIn, sessionCookie.of(request));
        return reply.header('set-cookie', [browserCookie.clear(), sessionCookie.set(secret)]).redirect(backTo, 303);
      } catch (error) {
        const reason = failureOf(error);
        if (reason === undefined) throw error;
        logger.warn({ err: error, provider: provider.settings.id, reason }, 'a sign-in came to nothing');
        return failing(reply, reason, backTo);
      }
    },
  );

  /** The provider's answer, checked: issuer, audience, signature, dates, nonce, and the code that only we can exchange. */
  async function finish(provider: Provider, { attempt, state }: Taken, address: URL): Promise<SignedIn | undefined> {
    const configuration = await provider.configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const who = claims && personOf(provider.settings, claims);
    if (!claims || !who) return undefined;
    return {
      ...who,
      provider: provider.settings.id,
      subject: claims.sub,
      authenticatedAt: provedAt(provider.settings, claims.auth_time, clock()),
      ...(tokens.id_token !== undefined && { idToken: tokens.id_token }),
      ...(typeof claims.sid === 'string' && { providerSession: claims.sid }),
      ...(typeof claims.name === 'string' && { displayName: claims.name.slice(0, 200) }),
      ...(typeof claims.acr === 'string' && { level: claims.acr }),
    };
  }
}

/** When somebody proved who they are. A provider that is relied on for that has to say it: a session there may be hours old. */
function provedAt({ stepUp }: ProviderSettings, authTime: number | undefined, now: Date): Date {
  if (authTime !== undefined) return new Date(authTime * 1000);
  return stepUp ? new Date(0) : now;
}

interface Taken {
  readonly attempt: Attempt;
  readonly state: string;
}

async function attemptOf(request: FastifyRequest, sessions: Sessions, browserCookie: Cookie): Promise<Taken | undefined> {
  const state = new URL(request.url, 'http://localhost').searchParams.get('state');
  const browser = browserCookie.of(request);
  const attempt = state && browser ? await sessions.take(state, browser) : undefined;
  return attempt && state ? { attempt, state } : undefined;
}

/** A path of this site, whatever was asked for: `//elsewhere`, `\elsewhere` and whole addresses lead home. */
export function pathWithin(site: URL, asked: string | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, site.href)) return '/';
  const { origin, pathname, search } = new URL(asked, site);
  // A path of two slashes would be read as another host by whoever follows it.
  return origin === site.origin && !pathname.startsWith('//') ? pathname + search : '/';
}

/** What a failed exchange is told as; undefined where it is a fault of ours. */
function failureOf(error: unknown): Failure | undefined {
  if (error instanceof ProviderUnavailable) return 'provider-unavailable';
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'failed';
  if (error instanceof TypeError) return 'provider-unavailable';
  const ofProtocol =
    error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError;
  return ofProtocol ? 'failed' : undefined;
}
