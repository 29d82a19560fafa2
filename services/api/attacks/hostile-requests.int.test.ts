import { once } from 'node:events';
import { connect } from 'node:net';
import { commands } from '@jalon/domain';
import { newId } from '@jalon/runtime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { z } from 'zod';
import { type Edge, foundAuthority, startEdge } from '../testing/edge.ts';

let edge: Edge;
let authorization: string;
let port: number;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
  authorization = `Bearer ${await edge.issuer.token('ana')}`;
  port = Number(new URL(await edge.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => edge?.close());

/** Sends a request line as it is: clients would put it right. */
async function raw(target: string, headers: readonly string[] = []): Promise<{ readonly status: number; readonly text: string }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write([`GET ${target} HTTP/1.1`, 'host: jalon.example.org', 'connection: close', ...headers, '', ''].join('\r\n'));
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return { status: Number(text.slice(9, 12)), text };
}

const post = (url: string, payload: string) =>
  edge.send({ method: 'POST', url, payload, headers: { authorization, 'content-type': 'application/json', 'idempotency-key': newId() } });

describe('members that a command does not have', () => {
  const more = {
    actor: { kind: 'person', id: 'ada' },
    tenant: 'tenant-b',
    by: 'ada',
    occurredAt: '2020-01-01T00:00:00Z',
    roles: ['administrator'],
    version: 0,
  };

  it.each(commands.map((command) => [`${command.kind}/${command.name}`, command] as const))('are refused by %s, each by its name', (_, command) => {
    for (const [name, value] of Object.entries(more)) {
      if (Object.hasOwn(command.data.safeParse(command.example).data as object, name)) continue;
      const { success, error } = command.data.safeParse({ ...(command.example as object), [name]: value });
      const taken = success
        ? []
        : error.issues.flatMap((issue: z.core.$ZodIssue) => (issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]));
      expect(taken, `${command.name}: ${name}`).toContain(name);
    }
  });

  it('are refused at any depth: no object of any input takes what it does not name', async () => {
    const document = (await edge.app.inject('/openapi.json')).json();
    const loose: string[] = [];
    const waiting: { readonly path: string; readonly schema: unknown }[] = Object.entries<Record<string, { requestBody?: object }>>(
      document.paths,
    ).map(([path, { post: operation }]) => ({ path, schema: operation?.requestBody }));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { path, schema } = next;
      if (typeof schema !== 'object' || schema === null) continue;
      const { type, properties, additionalProperties, ...rest } = schema as Record<string, unknown>;
      if (type === 'object' && properties !== undefined && additionalProperties !== false) loose.push(path);
      for (const [name, value] of Object.entries({ ...(properties as object), additionalProperties, ...rest })) {
        if (name !== 'example' && name !== 'examples' && name !== 'default') waiting.push({ path: `${path}.${name}`, schema: value });
      }
    }
    // The form of a programme is described by a schema of its own, whose words are JSON Schema's.
    expect(loose.filter((path) => !path.includes('draft-policy.content.application/json.schema.policy.applicationForm'))).toEqual([]);
  });
});

describe('keys that would reach a prototype', () => {
  const bodies = [
    '{"__proto__":{"polluted":true}}',
    '{"name":{"__proto__":{"polluted":true},"fr":"a","en":"b"}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"a":[{"__proto__":{"polluted":true}}]}',
    '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}',
  ];

  it('reach none, in a body, a query, an address or an id', async () => {
    for (const body of bodies) expect([400]).toContain((await post('/v1/programmes/isr/add-funder', body)).status);
    for (const url of [
      '/v1/calls?__proto__[polluted]=true',
      '/v1/calls?constructor.prototype.polluted=true',
      '/v1/calls?limit[__proto__]=1',
      `/v1/calls?cursor=${Buffer.from('{"__proto__":{"polluted":true}}').toString('base64url')}`,
    ]) {
      expect((await edge.send({ method: 'GET', url, headers: { authorization } })).status, url).toBe(400);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('as an id, such as %s, name nothing', async (id) => {
    for (const url of [`/v1/programmes/${id}/policy`, `/v1/calls/${id}`, `/v1/projects/${id}`, `/v1/projects/${id}/attachments/${id}`]) {
      expect((await edge.send({ method: 'GET', url, headers: { authorization } })).status, url).toBe(404);
    }
    const answered = await edge.ask('ana', `programmes/isr/${id}`, {});
    expect([answered.status, answered.body.code]).toEqual([404, 'route-unknown']);
    const token = { authorization: `Bearer ${await edge.issuer.token('constructor')}` };
    expect((await edge.ask('constructor', 'programmes/isr/withdraw-policy-draft', { draft: 1, reasons: 'x' }, token)).status).not.toBe(201);
  });
});

describe('a path', () => {
  it.each([
    '/v1/projects/../journal',
    '/v1/projects/%2e%2e/journal',
    '/v1/projects/..%2fjournal',
    '/v1/projects/..%5cjournal',
    '/v1/projects/%252e%252e%252fjournal',
    '//v1/journal',
    '/v1//journal',
    '/V1/journal',
    '/v1/journal/',
    '/v1/journal;a=b',
    '/v1/journal%00',
    '/v1/journal%0d%0aset-cookie:%20a=b',
    '/docs/../v1/journal',
    '/docs/%2e%2e/v1/journal',
    '/docs/..%2f..%2fpackage.json',
    '/docs/js/..%2f..%2f..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/.env',
    '/.git/config',
    'http://elsewhere.example/v1/journal',
    '/v1/journal?x=1#/docs/',
  ])('such as %s leads past no gate and to no file', async (target) => {
    const { status, text } = await raw(target);
    expect([400, 401, 404], text).toContain(status);
    expect(text).not.toMatch(/set-cookie|"dependencies"|"items"/i);
  });

  it('is taken from the request line: no header of a proxy changes it, nor the method', async () => {
    for (const header of ['x-original-url: /livez', 'x-rewrite-url: /livez', 'x-http-method-override: POST', 'x-forwarded-prefix: /livez']) {
      expect((await raw('/v1/journal', [header])).status).toBe(401);
    }
  });

  it('leads back to nowhere else: an answer names no host that the request made up', async () => {
    const { text } = await raw('/openapi.json', ['x-forwarded-host: evil.example', 'x-forwarded-proto: gopher']);
    expect(text).not.toContain('evil.example');
    const created = await edge.send({
      method: 'POST',
      url: '/v1/programmes/second/create-programme',
      payload: { name: { fr: 'Deux', en: 'Two' } },
      headers: { authorization, 'idempotency-key': newId(), host: 'evil.example' },
    });
    expect([created.status, created.headers.location]).toEqual([201, '/v1/programmes/second']);
  });
});

describe('a size', () => {
  it.each([
    ['a body', () => post('/v1/programmes/isr/add-funder', JSON.stringify({ name: 'x'.repeat(1_100_000) })), 413],
    ['a list', () => post('/v1/programmes/isr/add-funder', JSON.stringify({ name: Array.from({ length: 100_000 }, () => 1) })), 400],
    ['a number', () => post('/v1/programmes/isr/add-funder', `{"name":${'9'.repeat(500_000)}}`), 400],
    ['a key', () => post('/v1/programmes/isr/add-funder', `{"${'k'.repeat(900_000)}":1}`), 400],
    ['a depth', () => post('/v1/programmes/isr/add-funder', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`), 400],
    ['a query', () => edge.send({ method: 'GET', url: `/v1/calls?cursor=${'a'.repeat(10_000)}`, headers: { authorization } }), 400],
    ['an id', () => edge.send({ method: 'GET', url: `/v1/calls/${'a'.repeat(10_000)}`, headers: { authorization } }), 404],
    ['a key of idempotency', () => edge.ask('ana', 'programmes/isr/add-funder', {}, { 'idempotency-key': 'k'.repeat(10_000) }), 400],
  ])('beyond measure, of %s, is refused', async (_, ask, status) => expect((await ask()).status).toBe(status));
});
