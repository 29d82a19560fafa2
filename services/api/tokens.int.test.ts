import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answered, type Edge, foundAuthority, startEdge } from './testing/edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
});
afterAll(() => edge?.close());

const withToken = (authorization: string): Promise<Answered> => edge.send({ method: 'GET', url: '/v1/calls', headers: { authorization } });

async function expectRejected(token: string, because: RegExp): Promise<void> {
  const answered = await withToken(`Bearer ${token}`);
  expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 401, code: 'token-rejected' });
  expect(answered.body.detail).toMatch(because);
  expect(answered.headers['www-authenticate']).toBe('Bearer realm="jalon", error="invalid_token"');
}

describe('without a token that is accepted', () => {
  it('nothing is served but health, the OpenAPI document and its page, and the hashes of the transparency log', async () => {
    const open = ['/livez', '/readyz', '/openapi.json', '/docs/'];
    for (const url of open) expect((await edge.app.inject(url)).statusCode, url).toBe(200);
    const { paths } = (await edge.app.inject('/openapi.json')).json();
    const operations = Object.entries<object>(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => [method, path] as const));
    expect(operations.length).toBeGreaterThan(40);
    for (const [method, path] of [...operations, ['get', '/v1/nothing'], ['get', '/metrics']] as const) {
      if (path.startsWith('/log/')) continue; // Hashes, for everybody to check against.
      const { statusCode, headers } = await edge.app.inject({ method: method.toUpperCase() as 'GET', url: path.replace('{id}', 'isr') });
      expect(statusCode, `${method} ${path}`).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="jalon"');
    }
  });

  it('a body is not even read', async () => {
    const answered = await edge.send({
      method: 'POST',
      url: '/v1/programmes/isr/add-funder',
      payload: 'not json',
      headers: { 'content-type': 'application/json' },
    });
    expect(answered.body.code).toBe('not-signed-in');
  });
});

describe('a token is rejected', () => {
  it('when it is none, or no JWT', async () => {
    for (const header of ['Basic YTpi', 'Bearer', 'Bearer two words']) expect((await withToken(header)).body.code).toBe('not-signed-in');
    await expectRejected('not-a-jwt', /not a signed JWT/);
  });

  it('when it has expired', async () => expectRejected(await edge.issuer.token('ana', { expiresIn: -60 }), /expired/));

  it('when it is meant for another service', async () => expectRejected(await edge.issuer.token('ana', { audience: 'elsewhere' }), /"aud"/));

  it('when another provider issued it', async () => expectRejected(await edge.issuer.token('ana', { issuer: 'https://elsewhere.example' }), /"iss"/));

  it('when it is no access token', async () => expectRejected(await edge.issuer.token('ana', { typ: 'JWT' }), /"typ"/));

  it('when it names no tenant, or none that can be', async () => {
    await expectRejected(await edge.issuer.token('ana', { claims: { tenant: undefined } }), /"tenant"/);
    await expectRejected(await edge.issuer.token('ana', { claims: { tenant: '../other' } }), /"tenant"/);
  });

  it('when its subject cannot be a person', async () => expectRejected(await edge.issuer.token('Ana Nym'), /subject/));

  it('when it claims to be a process or an import of ours', async () => {
    for (const kind of ['process', 'import']) await expectRejected(await edge.issuer.token('ana', { claims: { kind } }), /"kind"/);
  });

  it('when it is not signed, or with a shared secret', async () => {
    const claims = { sub: 'ana', tenant: 'tenant-a', iss: edge.issuer.url, aud: 'jalon', exp: Math.floor(Date.now() / 1000) + 600 };
    await expectRejected(new UnsecuredJWT(claims).encode(), /algorithm|signed/);
    const secret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'first' })
      .sign(new TextEncoder().encode('x'.repeat(32)));
    await expectRejected(secret, /algorithm/);
  });

  it('when somebody else signed it', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expectRejected(await edge.issuer.token('ana', { key: privateKey }), /signature/);
  });

  it('when a byte of it was changed after it was accepted', async () => {
    const token = await edge.issuer.token('ana');
    expect((await withToken(`Bearer ${token}`)).status).toBe(200);
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const forged = { ...JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), sub: 'operator' };
    await expectRejected(`${header}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`, /signature/);
  });
});

describe('a token that is accepted', () => {
  it('makes its bearer the actor of the decision', async () => {
    const { body } = await edge.ask('ana', 'programmes/isr/grant-role', { person: 'ben', role: 'reviewer' });
    const [logged] = await edge.fresh.log.readStream('tenant-a', 'programme-isr', { after: body.version - 1 });
    expect(logged).toMatchObject({ actor: { kind: 'person', id: 'ana' }, authorisation: ['administrator-names-people'] });
  });

  it('of a client that speaks for itself is that of a service, which has none of the roles of a person of that name', async () => {
    const claims = { client_id: 'ana', scope: 'read-projects read-money read-journal record-payments' };
    const authorization = `Bearer ${await edge.issuer.token('ana', { claims })}`;
    const answered = await edge.ask('ana', 'programmes/isr/grant-role', { person: 'cleo', role: 'reviewer' }, { authorization });
    expect(answered.body.code).toBe('forbidden');
  });

  it('of a service lets it do what it was admitted for, as far as its token asks for it, until it is dismissed', async () => {
    const as = async (scope: string) => ({
      authorization: `Bearer ${await edge.issuer.token('accounting', { claims: { client_id: 'accounting', scope } })}`,
    });
    const journal = async (scope: string) => (await edge.send({ method: 'GET', url: '/v1/journal', headers: await as(scope) })).status;
    expect(await journal('read-journal')).toBe(403);
    expect((await edge.ask('ana', 'organisations/authority/admit-service', { service: 'accounting', scopes: ['read-journal'] })).status).toBe(201);
    expect([await journal('read-journal'), await journal(''), await journal('read-projects')]).toEqual([200, 403, 403]);
    const programme = await edge.send({ method: 'GET', url: '/v1/programmes/isr/policy', headers: await as('read-projects read-journal') });
    expect(programme.status).toBe(403);
    expect((await edge.ask('ana', 'organisations/authority/dismiss-service', { service: 'accounting' })).status).toBe(201);
    expect(await journal('read-journal')).toBe(403);
  });

  it('is checked with keys that were fetched once', async () => {
    for (const person of ['ana', 'ben', 'cleo']) expect((await edge.read(person, 'calls')).status).toBe(200);
    expect(edge.issuer.fetches()).toBe(1);
  });
});

describe('when the provider does not answer', () => {
  it('a token cannot be checked: 503, and when to try again', async () => {
    const other = await startEdge({ postgresUrl: inject('servers').postgresUrl });
    const token = await other.issuer.token('ana');
    const { close } = other.issuer;
    await close();
    const answered = await other.send({ method: 'GET', url: '/v1/calls', headers: { authorization: `Bearer ${token}` } });
    expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 503, code: 'identity-provider-unavailable' });
    expect(answered.headers['retry-after']).toBe('2');
    await other.app.close();
    await other.fresh.drop();
  });
});
