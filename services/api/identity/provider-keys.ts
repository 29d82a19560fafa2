import { createRemoteJWKSet, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import { ProviderUnavailable } from './account.ts';

const DISCOVERY_TIMEOUT_MS = 5_000;
const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The keys of an OpenID provider, found through its discovery document (OpenID Connect Discovery 1.0 §4) when they are first needed. A failure is not
 * remembered: the next token tries again.
 */
export function providerKeys(issuer: string): () => Promise<RemoteJWKSet> {
  let found: Promise<RemoteJWKSet> | undefined;
  return () => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

async function discover(issuer: string): Promise<RemoteJWKSet> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await fetchJson(address);
  const read = Discovery.safeParse(document);
  if (!read.success) throw new ProviderUnavailable(`${address} is not a discovery document of an OpenID provider: check JALON_OIDC_ISSUER.`);
  if (read.data.issuer !== issuer) {
    throw new ProviderUnavailable(
      `${address} names the issuer "${read.data.issuer}", expected "${issuer}": set JALON_OIDC_ISSUER to the issuer exactly.`,
    );
  }
  return createRemoteJWKSet(new URL(read.data.jwks_uri));
}

async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new ProviderUnavailable(`${address} does not answer: is the identity provider running, and JALON_OIDC_ISSUER right?`, { cause });
  }
}
