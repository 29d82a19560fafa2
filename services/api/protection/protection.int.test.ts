import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from '../testing/edge.ts';

let edge: Edge;
let port: number;

beforeAll(async () => {
  const configuration = { http: { publicUrl: 'https://jalon.example.org', requestsPerMinute: 1_000, trustedProxies: ['127.0.0.1'] } };
  const times = { headersMs: 250, requestMs: 500, lookedAtMs: 50 };
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl, more: { configuration, times } });
  await foundAuthority(edge);
  port = Number(new URL(await edge.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => edge?.close());

/** What the edge answers to bytes on a connection that is not closed by whoever sent them. */
async function answerTo(bytes: string): Promise<{ readonly status: number; readonly body: string; readonly headers: string }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [headers = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(headers.slice(9, 12)), headers: headers.toLowerCase(), body };
}

describe('a client that is too slow', () => {
  it.each([
    ['does not end its headers', 'GET /livez HTTP/1.1\r\nhost: a\r\nx-slow: '],
    [
      'does not end its body',
      'POST /v1/calls/a/publish-call HTTP/1.1\r\nhost: a\r\nTOKEN\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":',
    ],
  ])('since it %s, is told so, and its connection ends', async (_, bytes) => {
    const { status, headers, body } = await answerTo(bytes.replace('TOKEN', `authorization: Bearer ${await edge.issuer.token('ana')}`));
    expect([status, JSON.parse(body).code]).toEqual([408, 'request-too-slow']);
    expect(headers).toContain('application/problem+json');
  });
});

describe('what is not HTTP', () => {
  it.each([
    ['no request at all', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400],
    ['two lengths of one body', 'POST /livez HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc', 400],
    [
      'a length and chunks, as smuggling does',
      'POST /livez HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header with a line break in its name', 'GET /livez HTTP/1.1\r\nhost: a\r\nx-a\nb: c\r\n\r\n', 400],
    ['headers without end', `GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ])('such as %s, is answered and cut off', async (_, bytes, expected) => {
    const { status, headers, body } = await answerTo(bytes);
    expect(status).toBe(expected);
    expect(headers).toContain('connection: close');
    expect(JSON.parse(body)).toMatchObject({ status: expected, type: expect.stringMatching(/^urn:jalon:problem:/) });
  });
});

describe('every answer', () => {
  it.each(['/livez', '/v1/calls', '/openapi.json', '/nowhere', '/v1/calls/%zz'])('of %s carries the headers that protect', async (url) => {
    const { headers } = await edge.app.inject({ url });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(JSON.stringify(headers)).not.toMatch(/fastify|x-powered-by|"server"|unsafe-inline|unsafe-eval/i);
  });

  it('to somebody is kept by no cache', async () => {
    const authorization = `Bearer ${await edge.issuer.token('ana')}`;
    expect((await edge.app.inject({ url: '/v1/calls', headers: { authorization } })).headers['cache-control']).toBe('private, no-store');
  });

  it('says nothing of https where Jalon is served without it, on a machine of one’s own', async () => {
    const plain = await startEdge({ postgresUrl: inject('servers').postgresUrl });
    expect((await plain.app.inject('/livez')).headers).not.toHaveProperty('strict-transport-security');
    await plain.close();
  });
});

describe('an address', () => {
  const guess = (from: string) =>
    edge.app.inject({ url: '/v1/calls', headers: { authorization: 'Bearer guessed', 'x-forwarded-for': from }, remoteAddress: '127.0.0.1' });

  it('that guesses tokens is not listened to any more, while others are', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 320; count += 1) statuses.push((await guess('203.0.113.7')).statusCode);
    expect([new Set(statuses.slice(0, 300)), new Set(statuses.slice(300))]).toEqual([new Set([401]), new Set([429])]);
    expect((await guess('203.0.113.8')).statusCode).toBe(401);
    const told = await guess('203.0.113.7');
    expect([told.json().code, Number(told.headers['retry-after'])]).toEqual(['too-many-requests', expect.any(Number)]);
  });

  it('is believed of a proxy that is known, and of nobody else', async () => {
    const asking = (remoteAddress: string, from: string) =>
      edge.app.inject({ url: '/v1/calls', headers: { 'x-forwarded-for': from }, remoteAddress });
    expect((await asking('127.0.0.1', '203.0.113.7')).statusCode).toBe(429);
    expect((await asking('198.51.100.1', '203.0.113.7')).statusCode).toBe(401);
  });
});
