import { Writable } from 'node:stream';
import { newId } from '@jalon/runtime';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge } from '../testing/edge.ts';

let edge: Edge;
let logged = '';

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl, more: { logger: pino({ level: 'trace' }, sink) } });
  await foundAuthority(edge);
});
afterAll(() => edge?.close());

it('the log of a run holds neither secrets nor what people typed, whatever went well or wrong', async () => {
  const token = await edge.issuer.token('ana');
  const personal = ['Camille-Inventee', 'camille@example.org', 'FR7630006000011234567890189', '0612345678'];
  const cookie = 'jalon=a-session-that-somebody-stole';
  const headers = { authorization: `Bearer ${token}`, cookie, 'x-api-key': 'a-key-of-somebody', 'content-type': 'application/json' };
  const send = (method: 'GET' | 'POST', url: string, payload?: string) =>
    edge.app.inject({ method, url, headers: { ...headers, 'idempotency-key': newId() }, ...(payload !== undefined && { payload }) });

  const input = JSON.stringify({ name: { fr: personal[0], en: personal[1] }, iban: personal[2], telephone: personal[3] });
  await send('POST', '/v1/programmes/isr/add-funder', input);
  await send('POST', '/v1/programmes/isr/add-funder', input.slice(0, -5));
  await send('POST', `/v1/organisations/${newId()}/register-organisation`, JSON.stringify({ name: { fr: personal[0], en: personal[1] } }));
  await send('GET', `/v1/search?q=${personal[0]}`);
  await send('GET', `/v1/calls?cursor=${personal[1]}`);
  await send('GET', '/v1/nowhere');
  await edge.app.inject({ url: '/v1/calls', headers: { authorization: 'Bearer a-token-that-is-none' } });

  await edge.app.inject({ url: '/v1/journal', headers: { authorization: `Bearer ${await edge.issuer.token('stranger')}` } });

  expect(logged).toContain('"msg":"request"');
  // Whoever was refused is known to the operator, by opaque ids.
  expect(logged).toContain('"code":"forbidden","method":"GET","route":"/v1/journal","tenant":"tenant-a","actor":"person:stranger"');
  expect(logged).toContain('"code":"token-rejected"');
  const secrets = [token, token.split('.')[2]!, 'a-token-that-is-none', 'a-session-that-somebody-stole', 'a-key-of-somebody', 'a key for tests only'];
  const password = new URL(edge.fresh.url).password;
  for (const secret of [...secrets, ...personal, ...(password === '' ? [] : [password])]) expect(logged).not.toContain(secret);
});
