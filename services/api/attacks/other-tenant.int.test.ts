import { commands, Role } from '@jalon/domain';
import { LivedProgramme } from '@jalon/read-models/testing';
import { newId } from '@jalon/runtime';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

const ELSEWHERE = 'tenant-b';
/** What is told of the first tenant's things, and must not be told to the other. */
const TELLING = /workshops|Ateliers|breakthrough|hal|Rupture/;

let edge: Edge;
let operations: readonly (readonly [method: 'GET' | 'POST', path: string, operation: Operation])[];

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const here = new LivedProgramme(edge.fresh.log, TENANT);
  await here.openCall();
  await here.apply('workshops', 'Ateliers de réparation', 4.5);
  const grant = (lived: LivedProgramme, person: string, role: Role) =>
    lived.ask(
      'organisation/authority',
      'grant-role',
      { person, role, ...(role === 'support' && { until: '2023-11-01' }) },
      'ada',
      '2023-10-03T08:00:00Z',
    );
  await grant(here, 'hal', 'project-holder');
  await grant(here, 'hugo', 'project-holder');
  const elsewhere = new LivedProgramme(edge.fresh.log, ELSEWHERE);
  const name = { fr: 'Ailleurs', en: 'Elsewhere' };
  await elsewhere.ask('organisation/authority', 'register-organisation', { name, administrator: 'mallory' }, 'ada', '2023-10-02T08:00:00Z');
  for (const role of Role.options.filter((one) => one !== 'administrator')) await grant(elsewhere, 'mallory', role);
  const { paths } = (await edge.app.inject('/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [method.toUpperCase() as 'GET' | 'POST', path, operation] as const),
  );
});
afterAll(() => edge?.close());

/** The ids of the first tenant's things, by the first part of their addresses. */
const idOf: Readonly<Record<string, string>> = {
  organisations: 'authority',
  programmes: 'breakthrough',
  calls: 'spring',
  projects: 'workshops',
  sittings: 'first',
};

/** A request to an operation, of a thing that the first tenant has. */
function requestTo(method: 'GET' | 'POST', path: string, { parameters = [], requestBody }: Operation, token: string): InjectOptions {
  const collection = path.split('/')[2] ?? '';
  const url = path
    .replace('{id}', collection === 'decisions' ? '019a0000-0000-7000-8000-000000000000' : (idOf[collection] ?? 'workshops'))
    .replace('{command}', 'read')
    .replace('{kind}', 'projects')
    .replace('{hash}', '0'.repeat(64))
    .replace('{tenant}', TENANT)
    .replace(/\{[^}]+\}/g, '1');
  const headers = { authorization: `Bearer ${token}`, ...(method === 'POST' && { 'idempotency-key': newId() }) };
  const example = requestBody?.content['application/json']?.example;
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = Object.fromEntries(needed.map(({ name, schema }) => [name, JSON.stringify(schema).includes('date') ? '2023-10-05' : '1']));
  return { method, url, query, headers, ...(requestBody && { payload: (example ?? {}) as object }) };
}

const creating = (path: string) => commands.some(({ kind, name, creates }) => creates && path === `/v1/${kind}s/{id}/${name}`);
const headOf = async (tenant: string) => (await edge.fresh.log.tenants()).find((one) => one.tenant === tenant)?.head ?? 0;

describe('whoever has every role in another tenant', () => {
  it('reaches nothing by any operation, though they name it, and changes nothing', async () => {
    const token = await edge.issuer.token('mallory', { claims: { tenant: ELSEWHERE } });
    const before = await headOf(TENANT);
    const reached: string[] = [];
    // Events do not end, and what everybody may read of the log names nobody.
    for (const [method, path, operation] of operations) {
      if (path === '/v1/live' || path.startsWith('/log/') || creating(path)) continue;
      const request = requestTo(method, path, operation, token);
      const { statusCode, body } = await edge.app.inject(request);
      const asked = JSON.stringify(request.url);
      const told = method === 'GET' && statusCode === 200 && !path.startsWith('/v1/catalogue') && TELLING.test(body);
      if (told || statusCode >= 500) reached.push(`${method} ${asked}: ${statusCode} ${body.slice(0, 200)}`);
    }
    expect(reached).toEqual([]);
    expect(await headOf(TENANT)).toBe(before);
    expect(operations.length).toBeGreaterThan(commands.length);
  });

  it('is told of each thing that there is none, as of one that nobody has', async () => {
    const token = await edge.issuer.token('mallory', { claims: { tenant: ELSEWHERE } });
    const answers = new Set<string>();
    const ofThings = operations.filter(([, path]) => /^\/v1\/(programmes|calls|projects|sittings)\/\{id\}/.test(path));
    for (const [method, path, operation] of ofThings) {
      if (creating(path) || path.includes('/may/') || path.includes('policy-drafts')) continue;
      const there = await edge.send(requestTo(method, path, operation, token));
      answers.add(`${there.status} ${there.body.code}`);
    }
    expect([...answers].sort()).toEqual(['404 attachment-unknown', '404 thing-unknown']);
  });

  it('does not get the answer to a command that somebody of the same name asked here, under the same key', async () => {
    const key = newId();
    const body = { funder: 'caf', name: { fr: 'Caf', en: 'Caf' }, kind: 'social' };
    const asking = async (tenant: string) =>
      edge.send({
        method: 'POST',
        url: '/v1/programmes/breakthrough/add-funder',
        payload: body,
        headers: { authorization: `Bearer ${await edge.issuer.token('ada', { claims: { tenant } })}`, 'idempotency-key': key },
      });
    const here = await asking(TENANT);
    expect([200, 201, 400]).toContain(here.status);
    expect((await asking(ELSEWHERE)).status).toBe(here.status === 400 ? 400 : 404);
  });
});

describe('the holder of another project', () => {
  it('reads and decides nothing of this one, by any operation on projects', async () => {
    const token = await edge.issuer.token('hugo');
    const before = await headOf(TENANT);
    const passed: string[] = [];
    for (const [method, path, operation] of operations.filter(([, one]) => one.startsWith('/v1/projects/{id}'))) {
      if (path.includes('/may/') || creating(path)) continue;
      const { status } = await edge.send(requestTo(method, path, operation, token));
      if (![403, 404].includes(status)) passed.push(`${method} ${path}: ${status}`);
    }
    expect(passed).toEqual([]);
    expect(await headOf(TENANT)).toBe(before);
  });
});
