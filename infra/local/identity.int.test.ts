import { createHash, createPublicKey, type JsonWebKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../servers/ports.ts';
import { run } from '../servers/programs.ts';
import { scratchFolder } from '../servers/testing/scratch.ts';
import { identityProvider } from './identity.ts';
import { identityKeys } from './identity-keys.ts';
import { consoleClient, demonstrationSecret } from './personas.ts';

let issuer: string;
let server: Server;

async function serve(keysFile: string): Promise<void> {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  server = identityProvider(issuer, identityKeys(keysFile)).listen(port, '127.0.0.1');
  await once(server, 'listening');
}

const part = (token: string, index: number) => JSON.parse(Buffer.from(token.split('.')[index]!, 'base64url').toString()) as Record<string, unknown>;

async function token(body: Record<string, string>): Promise<Record<string, string>> {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(body) });
  return (await answer.json()) as Record<string, string>;
}

/** A browser as far as this needs one: it keeps cookies and follows nothing by itself. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(url, issuer), { ...init, redirect: 'manual', headers: { cookie } });
    for (const [name = '', value = ''] of answer.headers.getSetCookie().map((line) => line.split(';')[0]!.split(/=(.*)/s))) {
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
}

describe('the identity provider of the demonstration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = scratchFolder();
    await serve(join(folder, 'keys.json'));
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it('gives a script a signed token of a persona, for Jalon, for eight hours', async () => {
    const { access_token: jwt = '' } = await token({
      grant_type: 'client_credentials',
      client_id: 'administrator',
      client_secret: demonstrationSecret,
    });
    expect(part(jwt, 0)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const { iat, exp, ...claims } = part(jwt, 1);
    expect(claims).toMatchObject({ iss: issuer, aud: 'jalon', sub: 'administrator', tenant: 'demonstration', kind: 'person' });
    expect(Number(exp) - Number(iat)).toBe(8 * 3600);
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: JsonWebKey[] };
    const [head, body, signature] = jwt.split('.');
    const key = createPublicKey({ key: keys[0]!, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${head}.${body}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))).toBe(true);
  });

  it('marks the service account as a service', async () => {
    const { access_token: jwt = '' } = await token({
      grant_type: 'client_credentials',
      client_id: 'service-client',
      client_secret: demonstrationSecret,
    });
    expect(part(jwt, 1)).toMatchObject({ sub: 'service-client', kind: 'service' });
  });

  it('lets one sign in on a page, and choose another persona the next time', async () => {
    const visit = browser();
    const verifier = randomBytes(32).toString('base64url');
    const redirect = 'http://127.0.0.1:3456/sign-in/callback';
    const query = new URLSearchParams({
      client_id: consoleClient,
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: redirect,
      state: 'mine',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    for (const persona of ['auditor', 'reviewer-1']) {
      const choosing = (await visit(`/auth?${query}`)).to;
      expect((await visit(choosing)).text).toContain(`value="${persona}"`);
      const resumed = (await visit(choosing, { method: 'POST', body: new URLSearchParams({ persona }) })).to;
      const back = new URL((await visit(resumed)).to);
      expect(back.href).toMatch(redirect);
      const code = back.searchParams.get('code') ?? '';
      const got = await token({ grant_type: 'authorization_code', client_id: consoleClient, code, code_verifier: verifier, redirect_uri: redirect });
      expect(part(got.id_token!, 1)).toMatchObject({ sub: persona, tenant: 'demonstration' });
      expect(part(got.access_token!, 1)).toMatchObject({ sub: persona, aud: 'jalon', tenant: 'demonstration' });
    }
  });

  it('sends nobody to another machine', async () => {
    const query = `client_id=${consoleClient}&response_type=code&scope=openid&code_challenge=${'x'.repeat(43)}&code_challenge_method=S256`;
    const answer = await browser()(`/auth?${query}&redirect_uri=${encodeURIComponent('http://elsewhere.example/callback')}`);
    expect(answer.status).toBe(400);
    expect(answer.to).toBe('');
  });

  it('keeps its key over a restart, so that tokens stay good', () => {
    const file = join(scratchFolder(), 'keys.json');
    expect(identityKeys(file)).toEqual(identityKeys(file));
  });

  it('refuses to be reachable from another machine', async () => {
    const script = new URL('./identity-provider.ts', import.meta.url).pathname;
    const { code, output } = await run(process.execPath, [script, '--port', '4000', '--host', '0.0.0.0', '--keys', join(folder, 'keys.json')]);
    expect(code).toBe(2);
    expect(output).toContain('listens on this machine only: 0.0.0.0 is refused');
  });
});
