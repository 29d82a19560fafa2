import { isSiret } from '@jalon/domain';
import * as oidc from 'openid-client';
import type { Provider } from './providers.ts';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * What a provider says of somebody: the claims of the ID token, which it signed, and where it is set up those of its userinfo, signed too or not (OpenID Connect
 * Core 1.0 §5.3). Userinfo about anybody else, or whose signature is wrong, is refused. What the ID token says is not said otherwise.
 */
export async function claimsOf(
  { settings }: Provider,
  configuration: oidc.Configuration,
  accessToken: string,
  idToken: oidc.IDToken,
): Promise<Claims> {
  if (settings.userinfo === 'none') return idToken;
  const userinfo = await oidc.fetchUserInfo(configuration, accessToken, idToken.sub);
  return { ...userinfo, ...idToken };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined);

/** What to call somebody: their name, or given name and family name as ProConnect gives them. */
export function displayNameOf({ name, given_name, usual_name, family_name }: Claims): string | undefined {
  const parts = [text(given_name), text(usual_name) ?? text(family_name)].filter((part) => part !== undefined);
  return text(name) ?? (parts.length > 0 ? parts.join(' ').slice(0, 200) : undefined);
}

/** The establishment that somebody signed in for. One with a wrong check digit is none. */
export function siretOf({ siret }: Claims): string | undefined {
  const digits = text(siret)?.replaceAll(' ', '');
  return digits !== undefined && /^\d{14}$/.test(digits) && isSiret(digits) ? digits : undefined;
}
