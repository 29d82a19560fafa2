import { z } from 'zod';
import { Failure } from '../failure.ts';

const Discovery = z.looseObject({ token_endpoint: z.url() });
const Granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().optional() });
const Refused = z.looseObject({ error: z.string(), error_description: z.string().optional() });

export interface Token {
  readonly token: string;
  /** Seconds that it is good for, where the provider says. */
  readonly expiresIn?: number;
}

/** The secret of every persona of the local identity provider. It opens nothing but a provider on this machine. */
const PERSONA_SECRET = 'demonstration';

/**
 * A token of a persona of the local identity provider by client credentials (RFC 6749 §4.4), from the token endpoint that the provider names (OpenID
 * Connect Discovery 1.0).
 * @throws {Failure} `out-of-reach` where the provider does not answer, `no-token` where it gives none
 */
export async function tokenOf(persona: string, issuer: string): Promise<Token> {
  const discovered = Discovery.safeParse(await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, issuer));
  if (!discovered.success) throw new Failure('no-token', `${issuer} is not an OpenID provider: check JALON_OIDC_ISSUER.`);
  const answer = await ask(discovered.data.token_endpoint, issuer, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${encodeURIComponent(persona)}:${PERSONA_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const granted = Granted.safeParse(answer);
  if (granted.success) return { token: granted.data.access_token, ...(granted.data.expires_in && { expiresIn: granted.data.expires_in }) };
  const refused = Refused.safeParse(answer);
  const because = refused.success ? (refused.data.error_description ?? refused.data.error) : 'its answer holds no token';
  throw new Failure('no-token', `The identity provider at ${issuer} gave no token for "${persona}": ${because}.`);
}

async function ask(address: string, issuer: string, request?: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { ...request, signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new Failure('out-of-reach', `The identity provider at ${issuer} does not answer: is Jalon running (npm start)?`);
  }
  try {
    return await response.json();
  } catch {
    throw new Failure('no-token', `${address} answered ${response.status} and no JSON: check JALON_OIDC_ISSUER.`);
  }
}
