import type { Clock } from '@jalon/runtime';
import type { Accounts, Attempt, SignedIn } from '@jalon/sessions';
import * as oidc from 'openid-client';
import { ProviderUnavailable } from './account.ts';
import { type Claims, claimsOf, displayNameOf, siretOf } from './claims.ts';
import { knownBy, type Provider, type ProviderSettings } from './providers.ts';

/** Why a sign-in came to nothing, as the console is told: `?sign-in=<reason>`. */
export type Failure = 'cancelled' | 'provider-unavailable' | 'account-unknown' | 'account-taken' | 'failed';

/** A sign-in that a browser had begun, and the state by which it was found. */
export interface Taken {
  readonly attempt: Attempt;
  readonly state: string;
}

/** What a provider proved of somebody. */
export interface Proved {
  readonly known: NonNullable<ReturnType<typeof knownBy>>;
  readonly claims: Claims;
  readonly idToken: oidc.IDToken;
  readonly token?: string;
}

/** The provider's answer, checked: issuer, audience, signature, dates, nonce, and the code that only we can exchange. Undefined where it proves nobody. */
export async function proving(provider: Provider, { attempt, state }: Taken, address: URL): Promise<Proved | undefined> {
  const configuration = await provider.configuration();
  const tokens = await oidc.authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const idToken = tokens.claims();
  if (!idToken) return undefined;
  const claims = await claimsOf(provider, configuration, tokens.access_token, idToken);
  const known = knownBy(provider.settings, claims);
  return known && { known, claims, idToken, ...(tokens.id_token !== undefined && { token: tokens.id_token }) };
}

interface Registering {
  readonly accounts: Accounts;
  readonly newId: () => string;
  readonly clock: Clock;
}

/** Whom the provider proved, as the person that they are here. */
export async function asPerson(
  settings: ProviderSettings,
  { known, claims, idToken, token }: Proved,
  { accounts, newId, clock }: Registering,
): Promise<SignedIn> {
  const [displayName, siret] = [displayNameOf(claims), siretOf(claims)];
  return {
    tenant: known.tenant,
    person: settings.accounts ? await accounts.person(known, () => `p-${newId()}`) : idToken.sub,
    provider: settings.id,
    subject: idToken.sub,
    authenticatedAt: provedAt(settings, idToken.auth_time, clock()),
    ...(token !== undefined && { idToken: token }),
    ...(typeof idToken.sid === 'string' && { providerSession: idToken.sid }),
    ...(displayName !== undefined && { displayName }),
    ...(siret !== undefined && { siret }),
    ...(typeof idToken.acr === 'string' && { level: idToken.acr }),
  };
}

/** When somebody proved who they are. A provider that is relied on for that has to say it: a session there may be hours old. */
function provedAt({ stepUp }: ProviderSettings, authTime: number | undefined, now: Date): Date {
  if (authTime !== undefined) return new Date(authTime * 1000);
  return stepUp ? new Date(0) : now;
}

/** What a failed exchange is told as; undefined where it is a fault of ours. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof ProviderUnavailable) return 'provider-unavailable';
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'failed';
  if (error instanceof TypeError) return 'provider-unavailable';
  const ofProtocol =
    error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError;
  return ofProtocol ? 'failed' : undefined;
}
