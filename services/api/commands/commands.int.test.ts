import { newId } from '@jalon/runtime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from '../testing/edge.ts';

const funder = (id: string) => ({ funder: id, name: { fr: id, en: id }, kind: 'region', notify: {} });
let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
});
afterAll(() => edge?.close());

describe('a decision over HTTP', () => {
  it('is answered with what was recorded, where, and the version to decide on next', async () => {
    const { status, headers, body } = await edge.ask('ana', 'programmes/isr/add-funder', funder('region'), { 'if-match': '"1"' });
    expect(status).toBe(201);
    expect(body).toEqual({
      decisions: [{ id: expect.any(String), type: 'funder-added', stream: 'programme-isr', version: 2, position: 3, recordedAt: expect.any(String) }],
      version: 2,
      position: 3,
      streams: { 'programme-isr': 2 },
    });
    expect(headers).toMatchObject({ etag: '"2"', location: '/v1/programmes/isr' });
    expect(headers['idempotency-replayed']).toBeUndefined();
  });

  it('is the same answer again under the same key, and no second decision', async () => {
    const key = newId();
    const first = await edge.ask('ana', 'programmes/isr/add-funder', funder('fse'), { 'idempotency-key': key });
    const before = await edge.head();
    const second = await edge.ask('ana', 'programmes/isr/add-funder', funder('fse'), { 'idempotency-key': key });
    expect(second.status).toBe(200);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(await edge.head()).toBe(before);
  });

  it('is joined to the trace that it is part of, or to the id that the caller gave', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await edge.ask('ana', 'programmes/isr/add-funder', funder('traced'), { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    await edge.ask('ana', 'programmes/isr/add-funder', funder('named'), { 'x-request-id': 'ticket-2027-118' });
    await edge.ask('ana', 'programmes/isr/add-funder', funder('unfit'), { 'x-request-id': 'two words' });
    const logged = await edge.fresh.log.readStream('tenant-a', 'programme-isr');
    const [traced, named, unfit] = logged.slice(-3).map(({ correlation }) => correlation);
    expect([traced, named]).toEqual([trace, 'ticket-2027-118']);
    expect(unfit).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('needs no body where it asks for nothing', async () => {
    const drafted = { ...call, programme: 'isr' };
    expect((await edge.ask('ana', 'calls/spring/draft-call', drafted)).status).toBe(201);
    const authorization = `Bearer ${await edge.issuer.token('ana')}`;
    const published = await edge.send({
      method: 'POST',
      url: '/v1/calls/spring/publish-call',
      headers: { authorization, 'idempotency-key': newId() },
    });
    expect(published.status).toBe(201);
  });
});

describe('a refusal of a rule', () => {
  it('is told in its own words, in the language asked for, and may be sent again under the same key', async () => {
    const key = newId();
    const ask = (language: string) =>
      edge.ask('ana', 'programmes/isr/add-funder', funder('region'), { 'idempotency-key': key, 'accept-language': language });
    const english = await ask('en');
    expect(english.status).toBe(409);
    expect(english.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(english.body).toEqual({
      type: 'urn:jalon:problem:funder-already-added',
      title: 'The rules of the programme refuse this',
      status: 409,
      code: 'funder-already-added',
      detail: 'region already co-funds this programme.',
      details: { funder: 'region' },
    });
    expect((await ask('fr')).body.detail).toBe('region cofinance déjà ce programme.');
  });
});

describe('too many requests of one account', () => {
  it('are told to wait, while others are served', async () => {
    const limited = await startEdge({
      postgresUrl: inject('servers').postgresUrl,
      more: { configuration: { http: { publicUrl: 'http://localhost', requestsPerMinute: 3 } } },
    });
    for (let count = 0; count < 3; count += 1) expect((await limited.read('ana', 'calls')).status).toBe(200);
    const { status, headers, body } = await limited.read('ana', 'calls');
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many-requests' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await limited.read('ben', 'calls')).status).toBe(200);
    await limited.close();
  });
});

const call = {
  title: { fr: 'Printemps', en: 'Spring' },
  envelope: [{ funder: 'region', amount: 1_000_000 }],
  opensOn: '2030-09-01',
  closesOn: '2030-10-31',
  selectionOn: '2030-12-15',
  maxGrant: 1_000_000,
};
