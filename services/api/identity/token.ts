import { PersonId, ThingId } from '@jalon/domain';
import type { Clock } from '@jalon/runtime';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type Account, ProviderUnavailable, TokenRejected, type VerifyToken } from './account.ts';
import { providerKeys } from './provider-keys.ts';

/** Signatures that are accepted; `none` and shared secrets never are. */
const ALGORITHMS = ['ES256', 'EdDSA', 'RS256'];
/** By how much, in seconds, the provider's clock may differ from ours. */
const CLOCK_TOLERANCE = 5;

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
}

/**
 * Checks JWT access tokens of an OpenID provider (RFC 9068): signature, issuer, audience, type, dates. The claim `tenant` names the tenant; the claim `kind`
 * says `person` or `service`. Without it a client that speaks for itself (`sub` is `client_id`, RFC 9068 §2.2) is a service,
 * which may do what its claim `scope` asks for and it was admitted for.
 */
export function tokenVerifier({ issuer, audience, clock }: Expected): VerifyToken {
  const keys = providerKeys(issuer);
  return async (token) => {
    const key = await keys();
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: clock(),
        requiredClaims: ['sub', 'exp', 'tenant'],
      });
      return accountOf(payload);
    } catch (error) {
      throw failureOf(error);
    }
  };
}

function accountOf({ sub, exp, tenant, kind, client_id, auth_time, acr, scope }: JWTPayload): Account {
  const subject = PersonId.safeParse(sub);
  if (!subject.success) throw new TokenRejected('its subject is not an id of lower-case letters, digits and hyphens');
  const named = ThingId.safeParse(tenant);
  if (!named.success) throw new TokenRejected('its claim "tenant" does not name a tenant');
  const actorKind = kindOf(kind, client_id === sub);
  if (exp === undefined) throw new TokenRejected('it has no end ("exp")');
  return {
    tenant: named.data,
    actor: { kind: actorKind, id: subject.data },
    expires: exp,
    ...(actorKind === 'service' && { scopes: typeof scope === 'string' ? scope.split(' ') : [] }),
    ...(typeof auth_time === 'number' && { authenticated: auth_time }),
    ...(typeof acr === 'string' && { level: acr }),
  };
}

/** No token makes its bearer a process or an import: those are Jalon's own. */
function kindOf(claimed: unknown, speaksForItself: boolean): 'person' | 'service' {
  if (claimed === undefined) return speaksForItself ? 'service' : 'person';
  if (claimed === 'person' || claimed === 'service') return claimed;
  throw new TokenRejected('its claim "kind" is neither "person" nor "service"');
}

/** Why a token was not accepted, or the operational error that kept it from being checked. */
function failureOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenRejected('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed) return new TokenRejected(`its "${error.claim}" is missing or not the one expected here`);
  if (error instanceof errors.JWKSNoMatchingKey) return new TokenRejected('it is not signed by the identity provider that is trusted here');
  if (error instanceof errors.JOSEAlgNotAllowed) return new TokenRejected('its signature algorithm is not accepted');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new TokenRejected('its signature is wrong');
  const unfetched = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error instanceof TypeError;
  if (unfetched || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')) {
    return new ProviderUnavailable('The keys of the identity provider cannot be fetched.', { cause: error });
  }
  return error instanceof errors.JOSEError ? new TokenRejected('it is not a signed JWT') : error;
}
