import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  COSIGNATURE,
  cosigned,
  formatSignature,
  migrateSeal,
  newSealKey,
  nodeCrypto,
  openCheckpoint,
  parseKey,
  sealStore,
  treeHash,
  verifierKey,
} from '@jalon/seal';
import { sealNow } from '@jalon/seal/testing';
import { fromBase64, goesOn, type Head, parseCheckpoint, parseNote } from '@jalon/seal/verify';
import { anAppend, type FreshLog, freshLog } from '@jalon/testing';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { cosignLatest } from './cosign.ts';

const hashing = treeHash(nodeCrypto.sha256);
const TENANT = 'demonstration';
const pem = newSealKey();

/** A witness as https://c2sp.org/tlog-witness has it: it signs what goes on from what it signed before, and says what it knows. */
async function startWitness(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = verifierKey(name, new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)), nodeCrypto.sha256, COSIGNATURE);
  let known: Head = { size: 0, root: hashing.empty() };
  const asked: number[] = [];

  function answer(body: string): readonly [number, string] {
    const end = body.indexOf('\n\n');
    const [old = '', ...lines] = body.slice(0, end).split('\n');
    const { text } = parseNote(body.slice(end + 2))!;
    const head = parseCheckpoint(text)!;
    asked.push(Number(old.replace('old ', '')));
    if (old !== `old ${known.size}`) return [409, `${known.size}\n`];
    if (
      !goesOn(
        known,
        head,
        lines.filter(Boolean).map((line) => fromBase64(line)!),
        hashing,
      )
    )
      return [422, 'it does not go on'];
    known = head;
    const at = 1_800_000_000;
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at));
    const signature = new Uint8Array(Buffer.concat([time, sign(undefined, cosigned(text, at), privateKey)]));
    return [200, formatSignature({ name, id: key.id, signature })];
  }
  const server = createServer(async (request, response) => {
    const [status, text] = answer(Buffer.concat(await request.toArray()).toString('utf8'));
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, key, asked, [Symbol.dispose]: () => void server.close() };
}

let world: FreshLog;
let said: string[];
beforeEach(async () => {
  world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateSeal(world.ownerUrl);
  said = [];
});
afterEach(() => world.drop());

async function sealed(count: number) {
  await world.log.append(anAppend({ at: 'any', data: Array.from({ length: count }, (_, note) => ({ note })) }));
  return sealNow(world.pool, TENANT, pem);
}
const reporter = { warn: ({ err }: { readonly err?: Error }) => said.push(err?.message ?? '') };

describe('witnesses', () => {
  it('sign each latest checkpoint once, as one that goes on from what they knew, and those who verify can ask for all of them', async () => {
    const first = await startWitness('witness.example/w1');
    onTestFinished(() => first[Symbol.dispose]());
    const second = await startWitness('witness.example/w2');
    onTestFinished(() => second[Symbol.dispose]());
    const store = sealStore(world.pool);
    const cosign = () => cosignLatest({ log: world.log, store, witnesses: [first, second], reporter });
    const { log, key } = await sealed(7);
    expect([await cosign(), await cosign()]).toEqual([2, 0]);
    await sealed(300);
    expect(await cosign()).toBe(2);
    expect(first.asked).toEqual([0, 0, 7]);
    const { note } = (await store.latest(log))!;
    const trust = { origin: log.origin, keys: [parseKey(key, nodeCrypto.sha256)!, first.key, second.key], witnesses: 2 };
    expect(openCheckpoint(note, trust, nodeCrypto)).toMatchObject({ checkpoint: { size: 307 } });
    expect(said).toEqual([]);
  });

  it('that do not answer, or answer by another key, cost nothing but their signature', async () => {
    const witness = await startWitness('witness.example/w1');
    onTestFinished(() => witness[Symbol.dispose]());
    const other = await startWitness('witness.example/w2');
    onTestFinished(() => other[Symbol.dispose]());
    const store = sealStore(world.pool);
    await sealed(3);
    const witnesses = [
      { url: witness.url, key: other.key },
      { url: 'http://127.0.0.1:1', key: witness.key },
    ];
    expect(await cosignLatest({ log: world.log, store, witnesses, reporter })).toBe(0);
    expect(said[0]).toContain('without a signature by witness.example/w2');
    expect(said.length).toBe(2);
  });
});
