import type { Clock, Logger } from '@jalon/runtime';
import type { Accounts, Attempt, Sessions } from '@jalon/sessions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { ProviderUnavailable } from './account.ts';
import { type Cookie, cookieOf, SESSION_COOKIE } from './cookie.ts';
import { linkingRoutes } from './linking.ts';
import type { Provider } from './providers.ts';
import { asPerson, type Failure, failureOf, type Proved, proving, type Taken } from './proving.ts';

/** How long a browser keeps what it began to sign in with (seconds). */
const ATTEMPT_SECONDS = 600;
export interface SigningIn {
  readonly app: FastifyInstance;
  readonly providers: readonly Provider[];
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly newId: () => string;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

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
export function signInRoutes({ app, providers, sessions, accounts, newId, publicUrl, clock, logger }: SigningIn): void {
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

  type Asked = Pick<z.infer<typeof Beginning>, 'login_hint' | 'step_up'>;
  async function begin(provider: Provider, { login_hint, step_up }: Asked, backTo: string, linkTo?: Attempt['linkTo']) {
    const configuration = await provider.configuration();
    const [state, nonce, verifier, browser] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier(), oidc.randomState()];
    await sessions.attempt(state, browser, { provider: provider.settings.id, nonce, verifier, backTo, ...(linkTo && { linkTo }) });
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
        const proved = await proving(provider, attempt, new URL(request.url, site));
        if (!proved) return failing(reply, 'account-unknown', backTo);
        const { linkTo } = attempt.attempt;
        if (linkTo) {
          const refused = await link(proved, linkTo, sessionCookie.of(request));
          if (refused) return failing(reply, refused, backTo);
          return reply.header('set-cookie', browserCookie.clear()).redirect(backTo, 303);
        }
        const signedIn = await asPerson(provider.settings, proved, { accounts, newId, clock });
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

  linkingRoutes({
    app,
    providers,
    accounts,
    clock,
    async begin(provider, backTo, linkTo) {
      const begun = await begin(provider, {}, pathWithin(site, backTo), linkTo);
      return { location: begun.address, cookie: browserCookie.set(begun.browser) };
    },
  });

  /** Lets what was proved be another way in for whoever is signed in; why not, where it cannot be. */
  async function link(
    { known }: Proved,
    { tenant, person }: NonNullable<Attempt['linkTo']>,
    secret: string | undefined,
  ): Promise<Failure | undefined> {
    const session = secret === undefined ? undefined : await sessions.find(secret);
    if (session?.tenant !== tenant || session.person !== person || known.tenant !== tenant) return 'failed';
    return (await accounts.link(known, person)) ? undefined : 'account-taken';
  }
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
