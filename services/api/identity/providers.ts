import { PersonId, ThingId } from '@jalon/domain';
import type { Logger } from '@jalon/runtime';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { ProviderUnavailable } from './account.ts';

const TIMEOUT_SECONDS = 10;
const Words = z.strictObject({ fr: z.string(), en: z.string() });

/** An OpenID provider at which people sign in with a browser. */
export const ProviderSettings = z.strictObject({
  /** Stands in addresses and in the journal of sign-ins. */
  id: ThingId,
  title: Words,
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  /** Absent: a public client (PKCE alone). */
  clientSecret: z.string().min(1).optional(),
  /** The tenant of everybody who signs in there. Absent: their claim `tenant` says it. */
  tenant: ThingId.optional(),
  scope: z.string().default('openid profile'),
  /** Whether more is asked of its userinfo, and whether that has to be a signed JWT, as ProConnect's is. */
  userinfo: z.enum(['none', 'plain', 'signed']).default('none'),
  /** By which algorithm its signed userinfo is. */
  userinfoAlgorithm: z.enum(['RS256', 'ES256', 'PS256', 'EdDSA']).default('RS256'),
  /** The claim that names the identity provider behind it, where its names for people are each one's own (ProConnect: `idp_id`). */
  providerClaim: z.string().min(1).optional(),
  /** Whether persons have ids of ours, and may have other ways in. Absent: the provider's name for them is their id here. */
  accounts: z.boolean().default(false),
  /** What a stronger sign-in is asked for with, before decisions that want one. Absent: the provider cannot, and none is asked for. */
  stepUp: z.strictObject({ acrValues: z.string().optional(), maxAgeMinutes: z.int().positive() }).optional(),
  /** Whether signing out here ends the session there too (OpenID Connect RP-Initiated Logout 1.0). */
  signOutThere: z.boolean().default(true),
});
export type ProviderSettings = z.infer<typeof ProviderSettings>;

export interface Provider {
  readonly settings: ProviderSettings;
  /** What it says of itself, asked for when it is first needed. A failure is not remembered. Throws ProviderUnavailable. */
  readonly configuration: () => Promise<oidc.Configuration>;
}

/** The providers of this site, in order. Signatures of ID tokens are always checked, also where TLS alone would do. */
export function signInProviders(all: readonly ProviderSettings[], logger: Pick<Logger, 'warn'>): readonly Provider[] {
  return all.map((settings) => {
    let found: Promise<oidc.Configuration> | undefined;
    const configuration = () => {
      found ??= discover(settings).catch((err: unknown) => {
        found = undefined;
        logger.warn({ err, provider: settings.id }, 'an identity provider does not answer');
        throw new ProviderUnavailable(`The identity provider "${settings.id}" does not answer as one.`, { cause: err });
      });
      return found;
    };
    return { settings, configuration };
  });
}

async function discover({ issuer, clientId, clientSecret, userinfo, userinfoAlgorithm }: ProviderSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
  const metadata = userinfo === 'signed' ? { userinfo_signed_response_alg: userinfoAlgorithm } : {};
  const found = await oidc.discovery(server, clientId, metadata, clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' && loopback ? [oidc.allowInsecureRequests] : [])],
  });
  return found;
}

/** What of a provider's claims says who somebody is: in which tenant, and its own name for them, with the name of the provider behind it where there is one. */
export function knownBy(
  { id, tenant, providerClaim, accounts }: ProviderSettings,
  claims: Readonly<Record<string, unknown>>,
): { readonly tenant: string; readonly provider: string; readonly subject: string } | undefined {
  const where = ThingId.safeParse(tenant ?? claims.tenant);
  const behind = providerClaim === undefined ? undefined : claims[providerClaim];
  const { sub } = claims;
  if (!where.success || typeof sub !== 'string' || sub === '') return undefined;
  if (providerClaim !== undefined && (typeof behind !== 'string' || behind === '')) return undefined;
  const subject = behind === undefined ? sub : JSON.stringify([behind, sub]);
  return accounts || PersonId.safeParse(sub).success ? { tenant: where.data, provider: id, subject } : undefined;
}
