import { newId } from '@jalon/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answered, type Edge, foundAuthority, startEdge } from './testing/edge.ts';

const funder = { funder: 'region', name: { fr: 'Région', en: 'Region' }, kind: 'region', notify: {} };
let edge: Edge;
let headBefore: number;

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
  headBefore = await edge.head();
});
afterAll(() => edge?.close());
afterEach(async () => expect(await edge.head(), 'something was recorded').toBe(headBefore));

/** The answer is a problem document with this status and code, which says what to do. */
function expectProblem({ status, headers, body }: Answered, expected: number, code: string): void {
  expect({ status, code: body?.code }).toEqual({ status: expected, code });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: `urn:jalon:problem:${code}`, status: expected });
  expect(body.detail.length).toBeGreaterThan(20);
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:\d/);
}

const raw = async (payload: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  edge.ask('ana', 'programmes/isr/add-funder', payload, { 'content-type': 'application/json', ...headers });

describe('a body that cannot be taken', () => {
  it('is malformed JSON', async () => expectProblem(await raw('{"funder": "region"'), 400, 'json-malformed'));

  it('would reach a prototype', async () => {
    expectProblem(await raw('{"__proto__": {"administrator": true}}'), 400, 'json-malformed');
    expectProblem(await raw('{"constructor": {"prototype": {"administrator": true}}}'), 400, 'json-malformed');
  });

  it('is larger than a megabyte', async () => expectProblem(await raw(JSON.stringify({ funder: 'x'.repeat(1_100_000) })), 413, 'body-too-large'));

  it('is nested without end', async () => expectProblem(await raw(`${'['.repeat(400_000)}${']'.repeat(400_000)}`), 400, 'json-malformed'));

  it('is not JSON at all', async () => {
    expectProblem(await raw('funder=region', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'media-type-unsupported');
    expectProblem(await raw('funder: region', { 'content-type': 'text/plain' }), 415, 'media-type-unsupported');
  });

  it('holds text that cannot be stored', async () => {
    for (const text of ['a\\u0000b', '\\ud800']) {
      const answered = await raw(JSON.stringify({ ...funder, name: { fr: 'HERE', en: 'Region' } }).replace('HERE', text));
      expectProblem(answered, 400, 'input-invalid');
      expect(answered.body.errors).toEqual([expect.objectContaining({ field: 'name.fr' })]);
    }
  });
});

describe('an input that is not valid names each field', () => {
  it('where it is unknown', async () => {
    const answered = await edge.ask('ana', 'programmes/isr/add-funder', { ...funder, secret: true });
    expectProblem(answered, 400, 'input-invalid');
    expect(answered.body.errors).toEqual([expect.objectContaining({ field: 'secret' })]);
  });

  it('where it has the wrong type or is missing', async () => {
    const answered = await edge.ask('ana', 'programmes/isr/add-funder', { ...funder, name: { fr: 7 }, kind: 'bank' });
    expectProblem(answered, 400, 'input-invalid');
    expect(answered.body.errors.map(({ field }: { field: string }) => field)).toEqual(['name.fr', 'name.en', 'kind']);
  });

  it('where it is empty or no object', async () => {
    for (const body of ['[]', 'null', '7', '"region"', '{}']) expectProblem(await raw(body), 400, 'input-invalid');
  });

  it('in French for whoever reads French', async () => {
    const answered = await edge.ask('ana', 'programmes/isr/add-funder', { ...funder, name: 7 }, { 'accept-language': 'fr-FR, en;q=0.5' });
    expect(answered.headers['content-language']).toBe('fr');
    expect(answered.body.title).toBe('Les données ne sont pas valides');
    expect(answered.body.errors).toEqual([{ field: 'name', message: expect.stringContaining('attendu') }]);
  });

  it('where the id of the thing is none', async () => {
    const answered = await edge.ask('ana', 'programmes/NOT%20AN%20ID/create-programme', { name: funder.name });
    expectProblem(answered, 400, 'input-invalid');
    expect(answered.body.errors).toEqual([expect.objectContaining({ field: 'id' })]);
  });
});

describe('a header that is not right names it', () => {
  it('without an Idempotency-Key, or with one that is not visible characters', async () => {
    const without = await edge.ask('ana', 'programmes/isr/add-funder', funder, { 'idempotency-key': '' });
    expectProblem(without, 400, 'idempotency-key-missing');
    for (const key of ['short', 'with a space in it', 'x'.repeat(129)]) {
      const answered = await edge.ask('ana', 'programmes/isr/add-funder', funder, { 'idempotency-key': key });
      expectProblem(answered, 400, 'idempotency-key-malformed');
      expect(answered.body.errors).toEqual([expect.objectContaining({ field: 'Idempotency-Key' })]);
    }
  });

  it('with an If-Match that is no version', async () => {
    for (const match of ['7', '*', 'W/"7"', '"seven"', '"1", "2"']) {
      expectProblem(await edge.ask('ana', 'programmes/isr/add-funder', funder, { 'if-match': match }), 400, 'if-match-malformed');
    }
  });
});

describe('what is not there', () => {
  it('is a thing of this kind', async () => {
    const answered = await edge.ask('ana', 'programmes/elsewhere/add-funder', funder);
    expectProblem(answered, 404, 'thing-unknown');
    expect(answered.body.detail).toContain('programme "elsewhere"');
  });

  it('is a command, or an address', async () => {
    expectProblem(await edge.ask('ana', 'programmes/isr/abolish'), 404, 'route-unknown');
    expectProblem(await edge.read('ana', 'nothing'), 404, 'route-unknown');
  });

  it('is an address that can be decoded', async () =>
    expectProblem(await edge.ask('ana', 'programmes/%zz/add-funder', funder), 400, 'path-malformed'));

  it('is this method', async () => {
    const answered = await edge.read('ana', 'programmes/isr/add-funder');
    expectProblem(answered, 405, 'method-not-allowed');
    expect(answered.headers.allow).toBe('POST');
  });
});

describe('what others have decided', () => {
  it('refuses a stale version, and says which one is current', async () => {
    const answered = await edge.ask('ana', 'programmes/isr/add-funder', funder, { 'if-match': '"9"' });
    expectProblem(answered, 412, 'version-stale');
    expect(answered.body.version).toBe(1);
  });

  it('refuses what exists already', async () => {
    expectProblem(await edge.ask('ana', 'programmes/isr/create-programme', { name: funder.name }), 409, 'already-exists');
  });
});

describe('who may not', () => {
  it('is told so, whether without any role or with another one', async () => {
    expectProblem(await edge.ask('mallory', 'programmes/isr/add-funder', funder), 403, 'forbidden');
  });

  it('sees nothing of another tenant', async () => {
    const authorization = `Bearer ${await edge.issuer.token('ana', { claims: { tenant: 'tenant-b' } })}`;
    expectProblem(await edge.ask('ana', 'programmes/isr/add-funder', funder, { authorization }), 404, 'thing-unknown');
  });
});

describe('the reads', () => {
  it('name the parameter that is wrong', async () => {
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=many', 'limit'],
      ['cursor=%7B', 'cursor'],
      ['after=project-insite', 'after.0'],
      ['colour=red', 'colour'],
    ]) {
      const answered = await edge.read('ana', `projects?${query}`);
      expectProblem(answered, 400, 'input-invalid');
      expect(answered.body.errors[0].field).toBe(field);
    }
  });
});

describe('the same key', () => {
  it('with another body, or at another address, is an error', async () => {
    const key = newId();
    const once = await edge.ask('ana', 'programmes/isr/add-funder', { ...funder, funder: key.slice(-12) }, { 'idempotency-key': key });
    expect(once.status).toBe(201);
    headBefore += 1;
    expectProblem(await edge.ask('ana', 'programmes/isr/add-funder', { ...funder, kind: 'other' }, { 'idempotency-key': key }), 422, 'key-reused');
    expectProblem(
      await edge.ask('ana', 'organisations/authority/grant-role', { person: 'ben', role: 'reviewer' }, { 'idempotency-key': key }),
      422,
      'key-reused',
    );
  });
});
