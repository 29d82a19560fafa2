import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tlogVerifier } from '@jalon/infra/tlog-verifier';
import { newSealKey, nodeCrypto, sealStore, type VerifierKey } from '@jalon/seal';
import { type Sealed, sealNow } from '@jalon/seal/testing';
import { openCheckpoint, parseKey, parseProofFile, utf8, verifyProof } from '@jalon/seal/verify';
import { anAppend } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, foundAuthority, startEdge, TENANT } from '../testing/edge.ts';

const pem = newSealKey();
let edge: Edge;
let sealed: Sealed;
let key: VerifierKey;
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  await foundAuthority(edge);
  await edge.grant('odile', 'auditor');
  sealed = await sealNow(edge.fresh.pool, TENANT, pem);
  key = parseKey(sealed.key, nodeCrypto.sha256)!;
});
afterAll(() => edge.close());

const get = (url: string) => edge.app.inject({ method: 'GET', url });
const newest = async () => (await edge.fresh.log.readLog(TENANT, { after: 0, limit: 10_000 })).at(-1)!;
const proofFor = async (person: string, id: string) =>
  edge.app.inject({ method: 'GET', url: `/v1/decisions/${id}/proof`, headers: { authorization: `Bearer ${await edge.issuer.token(person)}` } });

describe('the transparency log', () => {
  it('shows its checkpoint, its keys and its tiles to everybody, for caches to keep', async () => {
    const checkpoint = await get(`/log/${TENANT}/checkpoint`);
    expect(checkpoint.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=1' });
    const trust = { origin: sealed.log.origin, keys: [key] };
    expect(openCheckpoint(checkpoint.body, trust, nodeCrypto)).toMatchObject({ checkpoint: { size: await edge.head() } });
    expect((await get(`/log/${TENANT}/keys`)).json()).toEqual({ origin: sealed.log.origin, keys: [{ key: sealed.key, above: 0 }] });
    const tile = await get(`/log/${TENANT}/tile/0/000.p/${await edge.head()}`);
    expect(tile.headers['cache-control']).toContain('immutable');
    expect(tile.rawPayload.length).toBe((await edge.head()) * 32);
    expect((await get(`/log/${TENANT}/tile/0/000.p/1`)).rawPayload).toEqual(tile.rawPayload.subarray(0, 32));
  });

  it.each([
    '/log/nobody/checkpoint',
    '/log/nobody/keys',
    `/log/${TENANT}/tile/0/000`,
    `/log/${TENANT}/tile/0/000.p/255`,
    `/log/${TENANT}/tile/0/001.p/1`,
    `/log/${TENANT}/tile/9/000.p/1`,
    `/log/${TENANT}/tile/0/..%2f000.p%2f1`,
    `/log/${TENANT}/tile/entries/000`,
    `/log/${TENANT}/tile/0/x999/x999/x999/x999/999`,
  ])('has nothing at %s', async (url) => {
    const { statusCode, headers } = await get(url);
    expect(statusCode).toBe(404);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the proof of a decision', () => {
  it('verifies with nothing but the key, and says which decision it is of', async () => {
    const decision = await newest();
    const { statusCode, body, headers } = await proofFor('odile', decision.id);
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toContain(`${decision.id}.tlog-proof`);
    const { envelope } = JSON.parse(Buffer.from(parseProofFile(body)!.extra!).toString('utf8'));
    expect(envelope).toBe(decision.envelope);
    const trust = { origin: sealed.log.origin, keys: [key] };
    expect(verifyProof(body, utf8(envelope), trust, nodeCrypto)).toMatchObject({ index: decision.position - 1 });
    expect(verifyProof(body, utf8(`${envelope} `), trust, nodeCrypto)).toEqual({ problem: 'not-in-the-log' });
  });

  it('is not there before a checkpoint holds the decision, and the same for ever after', async () => {
    await edge.grant('paul', 'committee-member');
    const { id } = await newest();
    const early = await proofFor('odile', id);
    expect([early.statusCode, early.json().code, early.headers['retry-after']]).toEqual([404, 'not-sealed-yet', '1']);
    await sealNow(edge.fresh.pool, TENANT, pem);
    const { body } = await proofFor('odile', id);
    await edge.grant('rose', 'committee-member');
    await sealNow(edge.fresh.pool, TENANT, pem);
    expect((await proofFor('odile', id)).body).toBe(body);
  });

  it('is for whoever decided and for those who see who did; to others the decision does not exist', async () => {
    const { id } = await newest();
    expect((await proofFor('ana', id)).statusCode).toBe(200);
    expect((await proofFor('stranger', id)).json().code).toBe('thing-unknown');
    expect((await proofFor('odile', '018f0000-0000-7000-8000-000000000000')).json().code).toBe('thing-unknown');
    expect((await get(`/v1/decisions/${id}/proof`)).statusCode).toBe(401);
  });
});

const verifier = await tlogVerifier();

describe.skipIf(!verifier)('golang.org/x/mod/sumdb, which is not ours,', () => {
  let folder: string;
  let prefix: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-verifier-'));
    const address = await edge.app.listen({ host: '127.0.0.1', port: 0 });
    prefix = `${address}/log/big`;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function verdict(args: readonly string[], given: string): Promise<string> {
    return new Promise((resolve) => {
      const child = execFile(verifier!, args, (error, stdout, stderr) => resolve(error ? stderr : stdout));
      child.stdin?.on('error', () => undefined); // it reads no further once it has found something wrong
      child.stdin?.end(given);
    });
  }
  const verify = (keyText: string, older: string, envelopes: readonly string[]): Promise<string> =>
    verdict(['log', prefix, keyText, older], `${envelopes.join('\n')}\n`);

  it('reads our tiles and checkpoints, finds every decision and that the log only grew, and is not taken in', async () => {
    const decide = (count: number) =>
      edge.fresh.log.append(anAppend({ tenant: 'big', at: 'any', data: Array.from({ length: count }, (_, note) => ({ note })) }));
    await decide(260);
    const { log, key: keyText } = await sealNow(edge.fresh.pool, 'big', pem);
    const older = join(folder, 'older');
    await writeFile(older, (await sealStore(edge.fresh.pool).latest(log))!.note);
    await decide(300);
    await sealNow(edge.fresh.pool, 'big', pem);
    const envelopes = (await edge.fresh.log.readLog('big', { after: 0, limit: 2_000 })).map(({ envelope }) => envelope);
    expect(await verify(keyText, older, envelopes)).toBe('560 of 560 records stand in the log, which goes on from 260\n');
    expect(await verify(keyText, older, ['another', ...envelopes])).toContain('record 0:');
    expect(await verify(sealed.key, older, envelopes)).toContain('no verifiable signatures');
  });

  it('reads the proof file of one decision without the log, and is not taken in by another decision, another key or a proof that was touched', async () => {
    const decision = await newest();
    await sealNow(edge.fresh.pool, TENANT, pem);
    const { body } = await proofFor('odile', decision.id);
    const proof = join(folder, 'one.tlog-proof');
    await writeFile(proof, body);
    expect(await verdict(['proof', sealed.key, proof], decision.envelope)).toBe(
      `record ${decision.position - 1} of ${decision.position} stands in the log\n`,
    );
    expect(await verdict(['proof', sealed.key, proof], `${decision.envelope} `)).toContain('invalid transparency proof');
    const { key: another } = await sealNow(edge.fresh.pool, 'big', pem);
    expect(await verdict(['proof', another, proof], decision.envelope)).toContain('no verifiable signatures');
    await writeFile(proof, body.replace(/^index \d+$/m, 'index 0'));
    expect(await verdict(['proof', sealed.key, proof], decision.envelope)).toContain('invalid transparency proof');
  });
});
