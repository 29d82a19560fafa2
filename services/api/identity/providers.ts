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

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
  const found = await oidc.discovery(server, clientId, {}, clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' && loopback ? [oidc.allowInsecureRequests] : [])],
  });
  return found;
}

/** Who a provider says somebody is here, or why they cannot be taken for anybody. */
export function personOf(
  { tenant }: ProviderSettings,
  claims: Readonly<Record<string, unknown>>,
): { readonly tenant: string; readonly person: string } | undefined {
  const [person, where] = [PersonId.safeParse(claims.sub), ThingId.safeParse(tenant ?? claims.tenant)];
  return person.success && where.success ? { person: person.data, tenant: where.data } : undefined;
}
