import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

const HOUR = 3_600;

export interface Signed {
  readonly claims?: JWTPayload;
  readonly typ?: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly key?: CryptoKey;
}

/** An OpenID provider: a real server with a discovery document and keys, and tokens signed with them. */
export interface Issuer {
  readonly url: string;
  /** An access token of a person of tenant `tenant-a`, good for an hour unless said otherwise. */
  token(subject: string, signed?: Signed): Promise<string>;
  /** How often the keys were fetched. */
  fetches(): number;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES256', use: 'sig' };
  let fetches = 0;
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    if (!isDiscovery) fetches += 1;
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(isDiscovery ? { issuer: url, jwks_uri: `${url}/keys` } : { keys: [jwk] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    token: (subject, { claims = {}, typ = 'at+jwt', audience = 'jalon', issuer = url, expiresIn = HOUR, key = privateKey } = {}) =>
      new SignJWT({ tenant: 'tenant-a', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'first', typ })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(key),
    fetches: () => fetches,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
