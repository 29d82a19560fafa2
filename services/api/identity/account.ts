import type { Actor } from '@jalon/domain';

/** Who sent a request, as their token or their session says: in which tenant, and until when that is good (seconds since 1970). */
export interface Account {
  readonly tenant: string;
  readonly actor: Actor;
  readonly expires: number;
  /** Of a service account: what its token asks for (`scope`). */
  readonly scopes?: readonly string[];
  /** When they last proved who they are (seconds since 1970, `auth_time`), and how strongly (`acr`), where their provider says. */
  readonly authenticated?: number;
  readonly level?: string;
  /** Signed in with a browser: at which provider, and what to call them. */
  readonly session?: { readonly provider: string; readonly displayName?: string; readonly siret?: string };
}

/**
 * Checks an access token.
 * @throws {TokenRejected} with the reason
 * @throws {ProviderUnavailable} when the keys to check it with cannot be had
 */
export type VerifyToken = (token: string) => Promise<Account>;

/** An access token that is not accepted; `message` completes "The access token is not accepted: …". */
export class TokenRejected extends Error {
  readonly code = 'token-rejected';
  readonly retryable = false;
}

/** The identity provider does not answer, or answers what cannot be used. */
export class ProviderUnavailable extends Error {
  readonly code = 'identity-provider-unavailable';
  readonly retryable = true;
}
