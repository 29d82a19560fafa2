import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge } from '../../testing/edge.ts';
import { clamdScan } from './clamd.ts';

/** What is said to clamd, and what it answers: the protocol of clamd(8) on a real socket, with a text of its own for what it finds. */
interface Clamd {
  readonly server: Server;
  readonly address: string;
  /** What came in the stream last, put together again. */
  received(): Buffer;
  /** How it behaves from now on. */
  mood: 'well' | 'silent' | 'too large';
}

const MALWARE = 'harmless text that this test takes for malware';

async function startClamd(): Promise<Clamd> {
  let received: Buffer = Buffer.alloc(0);
  const server = createServer((socket) => {
    let heard: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      if (clamd.mood === 'silent') return socket.destroy();
      if (heard.toString().startsWith('zPING\0')) return socket.end('PONG\0');
      const stream = streamOf(heard);
      if (clamd.mood === 'too large' && heard.length > 100) return socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (!stream) return;
      received = stream;
      socket.end(stream.includes(MALWARE) ? 'stream: Test.Malware FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const clamd: Clamd = { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => received, mood: 'well' };
  return clamd;
}

/** The bytes of a whole INSTREAM; undefined while its end has not come. */
function streamOf(heard: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = heard.indexOf(0) + 1; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

let clamd: Clamd;
let edge: Edge;
beforeAll(async () => {
  clamd = await startClamd();
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl, more: { scan: clamdScan(clamd.address) } });
});
afterAll(async () => {
  await edge?.close();
  clamd?.server.close();
});

const send = async (payload: Buffer) =>
  edge.send({
    method: 'POST',
    url: '/v1/attachments',
    payload,
    headers: { authorization: `Bearer ${await edge.issuer.token('hal')}`, 'content-type': 'text/plain' },
  });

describe('an attachment', () => {
  it('is looked at whole, and kept where nothing is found', async () => {
    const bytes = Buffer.alloc(300_000, 'the accounts ');
    expect((await send(bytes)).status).toBe(201);
    expect(clamd.received().equals(bytes)).toBe(true);
  });

  it('is not kept where something is found, and it is told what', async () => {
    const { status, body } = await send(Buffer.from(`before ${MALWARE} after`));
    expect([status, body.code, body.detail]).toEqual([422, 'attachment-infected', expect.stringContaining('Test.Malware')]);
    const again = await send(Buffer.from('sound'));
    expect(again.status).toBe(201);
  });

  it('is not taken unseen: where the scanner hangs up, or gives no verdict, it is told to come again', async () => {
    for (const mood of ['silent', 'too large'] as const) {
      clamd.mood = mood;
      const { status, body } = await send(Buffer.alloc(400_000, 'x'));
      expect([mood, status, body.code]).toEqual([mood, 503, 'attachments-unavailable']);
    }
    clamd.mood = 'well';
  });
});

describe('/readyz', () => {
  const part = async (of: Edge) => (await of.send({ method: 'GET', url: '/readyz' })).body.parts.scan;

  it('says whether attachments are scanned', async () => {
    expect(await part(edge)).toEqual({ status: 'ok' });
    clamd.mood = 'silent';
    expect(await part(edge)).toMatchObject({ status: 'down' });
    clamd.mood = 'well';
    const without = await startEdge({ postgresUrl: inject('servers').postgresUrl });
    expect(await part(without)).toMatchObject({ status: 'off', detail: expect.stringContaining('JALON_CLAMD_ADDRESS') });
    await without.close();
  });
});
