import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;
const PROJECT = 'projects/workshops';

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  await lived.openCall();
  const roles = { hal: 'project-holder', rea: 'reviewer', rolf: 'reviewer', aud: 'auditor', cora: 'committee-chair', acc: 'accountant' };
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
});
afterAll(() => edge?.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const bearer = async (person: string) => ({ authorization: `Bearer ${await edge.issuer.token(person)}` });
const send = async (person: string, bytes: Buffer, type = 'application/pdf') =>
  edge.send({ method: 'POST', url: '/v1/attachments', payload: bytes, headers: { ...(await bearer(person)), 'content-type': type } });
const fetchFile = async (person: string, hash: string, project = PROJECT) =>
  edge.app.inject({ method: 'GET', url: `/v1/${project}/attachments/${hash}`, headers: await bearer(person) });

/** Stores a file and attaches it to the project: its pieces are asked for first, so that its holder may. */
async function attach(bytes: Buffer, confidentiality: string, name = 'Comptes 2026', mediaType = 'application/pdf'): Promise<string> {
  const asked = await edge.ask('ada', `${PROJECT}/request-supplement`, { pieces: ['accounts'], information: [] });
  expect([201, 409]).toContain(asked.status);
  const hash = hashOf(bytes);
  const file = { hash, name, mediaType, size: bytes.length, confidentiality };
  const { status, body } = await edge.ask('hal', `${PROJECT}/attach-piece`, { kind: 'accounts', file });
  expect(status, JSON.stringify(body)).toBe(201);
  return hash;
}

describe('storing a file', () => {
  it('answers its hash, its size and its type, once or twice alike', async () => {
    const bytes = pdf('statutes');
    const stored = { hash: hashOf(bytes), size: bytes.length, mediaType: 'application/pdf' };
    expect(await send('hal', bytes)).toMatchObject({ status: 201, body: stored });
    expect(await send('hal', bytes, 'Application/PDF; x=y')).toMatchObject({ status: 201, body: stored });
  });

  it('takes JSON for no file, and no type that is not listed', async () => {
    for (const type of ['application/json', 'text/html', 'image/svg+xml']) {
      expect(await send('hal', Buffer.from('{}'), type)).toMatchObject({ status: 415, body: { code: 'attachment-type-unsupported' } });
    }
  });

  it('refuses bytes that are not of the type that is said', async () =>
    expect(await send('hal', Buffer.from('<html>'))).toMatchObject({ status: 422, body: { code: 'attachment-not-its-type' } }));

  it('refuses an empty file', async () =>
    expect(await send('hal', Buffer.alloc(0))).toMatchObject({ status: 400, body: { code: 'attachment-empty' } }));

  it('refuses one above the limit of its type, said to be so or found to be', async () => {
    const large = Buffer.alloc(10_000_001, 'a');
    expect(await send('hal', large, 'text/plain')).toMatchObject({
      status: 413,
      body: { code: 'attachment-too-large', detail: expect.stringContaining('10 MB') },
    });
    const address = await edge.app.listen({ port: 0, host: '127.0.0.1' });
    const unannounced = await fetch(`${address}/v1/attachments`, {
      method: 'POST',
      headers: { ...(await bearer('hal')), 'content-type': 'text/plain' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([unannounced.status, ((await unannounced.json()) as { code: string }).code]).toEqual([413, 'attachment-too-large']);
  });

  it('is for those who are signed in', async () => {
    const { statusCode } = await edge.app.inject({
      method: 'POST',
      url: '/v1/attachments',
      payload: pdf('x'),
      headers: { 'content-type': 'application/pdf' },
    });
    expect(statusCode).toBe(401);
  });
});

describe('a file of a project', () => {
  it('comes back as it was, to be saved under its name and never shown', async () => {
    const bytes = pdf('the accounts of 2026');
    await send('hal', bytes);
    const hash = await attach(bytes, 'assessors');
    const answer = await fetchFile('hal', hash);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Comptes 2026.pdf"; filename*=UTF-8''Comptes%202026.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('is named in no decision before its bytes are here', async () => {
    const bytes = pdf('never sent');
    await expect(attach(bytes, 'assessors')).rejects.toThrow('attachment-not-sent');
  });

  it('is shown to whom its class admits, to whoever gave it, and to nobody else', async () => {
    const bytes = { assessors: pdf('to those who judge'), restricted: pdf('to few') };
    await Promise.all(Object.values(bytes).map((file) => send('hal', file)));
    const assessors = await attach(bytes.assessors, 'assessors');
    const restricted = await attach(bytes.restricted, 'restricted');
    const statuses = (hash: string, people: readonly string[]) =>
      Promise.all(people.map(async (person) => (await fetchFile(person, hash)).statusCode));
    const people = ['hal', 'ada', 'aud', 'cora', 'rea', 'acc', 'rolf'];
    expect(await statuses(assessors, people)).toEqual([200, 200, 200, 200, 200, 404, 404]);
    expect(await statuses(restricted, people)).toEqual([200, 200, 200, 404, 404, 404, 404]);
  });

  it('that the project does not refer to is not there, and neither is one of a project that does not exist', async () => {
    const bytes = pdf('attached nowhere');
    await send('hal', bytes);
    for (const project of [PROJECT, 'projects/elsewhere']) {
      const answer = await fetchFile('ada', hashOf(bytes), project);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'attachment-unknown']);
    }
    expect((await fetchFile('ada', '..%2F..%2Fsecret')).statusCode).toBe(404);
  });

  it('whose bytes are gone from the store is told as that', async () => {
    const bytes = pdf('kept on a disk that was lost');
    await send('hal', bytes);
    const hash = await attach(bytes, 'assessors');
    const found = (await readdir(edge.objectsFolder, { recursive: true })).find((path) => path.endsWith(hash));
    await rm(`${edge.objectsFolder}/${found}`);
    const answer = await fetchFile('hal', hash);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'attachment-not-stored']);
  });

  it('of a type that would be shown as a page is handed out as bytes', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    await send('hal', bytes, 'text/plain');
    const { headers } = await fetchFile('hal', await attach(bytes, 'assessors', 'page', 'text/html'));
    expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
  });

  it('that was changed on the disk is never given out whole', async () => {
    const bytes = pdf('as it was signed');
    await send('hal', bytes);
    const hash = await attach(bytes, 'assessors');
    const found = (await readdir(edge.objectsFolder, { recursive: true })).find((path) => path.endsWith(hash));
    await writeFile(`${edge.objectsFolder}/${found}`, pdf('as it was forged'));
    const answered = await fetchFile('hal', hash).then(
      ({ statusCode, payload }) => ({ statusCode, payload }),
      () => 'cut off',
    );
    expect(JSON.stringify(answered)).not.toContain('as it was forged');
    expect(answered).not.toMatchObject({ statusCode: 200 });
  });
});
