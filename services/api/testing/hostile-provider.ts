import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

/** What a provider's token endpoint is about to say, and with what it signs. */
export interface Lie {
  readonly claims?: JWTPayload;
  /** Claims that are left out. */
  readonly without?: readonly string[];
  readonly signedBy?: 'its own key' | 'another key' | 'nobody' | 'the public key as a secret';
  /** In the answer of the authorization endpoint (RFC 9207). */
  readonly iss?: string;
  /** What its userinfo says beside the subject, with what it signs that, or whether it signs nothing of it. */
  readonly userinfo?: JWTPayload;
  readonly userinfoBy?: Lie['signedBy'] | 'plain JSON';
  /** The token endpoint refuses the code, as one that was used. */
  readonly codeUsed?: boolean;
}

export interface HostileProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** What it will do in the next sign-in. */
  tell(lie: Lie): void;
  /** What it would bring the browser back with, for where it was sent. */
  answerTo(authorizationAddress: string): string;
  /** A logout token. */
  logoutToken(claims: JWTPayload, signedBy?: Lie['signedBy']): Promise<string>;
  close(): Promise<void>;
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** An OpenID provider that answers as it is told, true or not. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const clientId = 'jalon';
  const [own, another] = await Promise.all([generateKeyPair('ES256', { extractable: true }), generateKeyPair('ES256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' };
  let lie: Lie = {};
  let nonce = '';

  async function sign(claims: JWTPayload, by: Lie['signedBy'] = 'its own key'): Promise<string> {
    if (by === 'nobody') return new UnsecuredJWT(claims).encode();
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    if (by === 'the public key as a secret') return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(secret);
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'own' }).sign(by === 'another key' ? another.privateKey : own.privateKey);
  }

  async function tokens(): Promise<object> {
    const truth = { iss: issuer, aud: clientId, sub: 'ana', tenant: 'tenant-a', nonce, iat: nowSeconds(), exp: nowSeconds() + 300, sid: 'session-1' };
    const claims: JWTPayload = { ...truth, ...lie.claims };
    for (const name of lie.without ?? []) delete claims[name];
    return { access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: await sign(claims, lie.signedBy) };
  }

  async function userinfo(): Promise<{ readonly type: string; readonly body: string }> {
    const claims = { iss: issuer, aud: clientId, sub: String(lie.claims?.sub ?? 'ana'), ...lie.userinfo };
    if (lie.userinfoBy === 'plain JSON') return { type: 'application/json', body: JSON.stringify(claims) };
    return { type: 'application/jwt', body: await sign(claims, lie.userinfoBy) };
  }

  const server = createServer((request, response) => {
    const say = (body: object, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = request.url?.split('?')[0];
    if (path === '/.well-known/openid-configuration') {
      const own = {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/userinfo`,
      };
      return void say({
        ...own,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (path === '/keys') return void say({ keys: [jwk] });
    if (path === '/userinfo') return void userinfo().then(({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body));
    void text(request).then(async () => (lie.codeUsed ? say({ error: 'invalid_grant' }, 400) : say(await tokens())));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    clientId,
    tell(next) {
      lie = next;
    },
    answerTo(authorizationAddress) {
      const asked = new URL(authorizationAddress).searchParams;
      nonce = asked.get('nonce') ?? '';
      const back = new URL(asked.get('redirect_uri')!);
      back.search = new URLSearchParams({ code: 'a-code', state: asked.get('state') ?? '', iss: lie.iss ?? issuer }).toString();
      return back.href;
    },
    logoutToken: (claims, signedBy) => sign({ iss: issuer, aud: clientId, iat: nowSeconds(), exp: nowSeconds() + 120, ...claims }, signedBy),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
