import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { utf8 } from '../bytes.ts';
import { startTimeStamping, type TimeStamping } from '../testing/time-stamping.ts';
import { certificatesOf, requestTimeStamp, verifyTimeStamp } from './time-stamp.ts';

const data = utf8('jalon.example/region\n7\nAAAA\n');
let authority: TimeStamping;
let another: TimeStamping;
beforeAll(async () => {
  [authority, another] = await Promise.all([startTimeStamping(), startTimeStamping('codeSigning')]);
});
afterAll(() => Promise.all([authority, another].map((one) => one[Symbol.asyncDispose]())));

/** An address that answers whatever is asked with this. */
async function answering(status: number, body: Uint8Array) {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, [Symbol.dispose]: () => server.close() };
}

describe('a time stamp', () => {
  it('of an authority verifies offline, for what was stamped and for an authority that is trusted', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { token, stamped } = await requestTimeStamp(authority.url, data);
    expect(stamped).toMatchObject({ authority: 'O=Fiction, CN=stamping', trusted: false });
    expect(stamped.at.getTime()).toBeGreaterThanOrEqual(before);
    const trusted = certificatesOf(authority.authority);
    expect(await verifyTimeStamp(token, data, trusted)).toMatchObject({ trusted: true, at: stamped.at });
    await expect(verifyTimeStamp(token, utf8('something else'), trusted)).rejects.toThrow('it is of something else');
    await expect(verifyTimeStamp(token, data, certificatesOf(another.authority))).rejects.toThrow('no authority that you trust');
  });

  it('does not hold with a byte changed, whichever', async () => {
    const { token } = await requestTimeStamp(authority.url, data);
    const trusted = certificatesOf(authority.authority);
    for (let at = 0; at < token.length; at += 97) {
      const changed = token.slice();
      changed[at] = changed[at]! ^ 1;
      // Of the certificates that come with it only those that lead to the authority matter.
      const outcome = await verifyTimeStamp(changed, data, trusted).then(
        ({ at: said }) => said,
        (error: unknown) => error,
      );
      if (outcome instanceof Date) expect((await verifyTimeStamp(token, data, trusted)).at).toEqual(outcome);
      else expect(outcome).toMatchObject({ code: 'time-stamp' });
    }
  });

  it('is not taken from who may sign other things, answers something else, or nothing', async () => {
    await expect(requestTimeStamp(another.url, data)).rejects.toMatchObject({ code: 'time-stamp' });
    const html = await answering(200, utf8('<html>'));
    onTestFinished(() => void html[Symbol.dispose]());
    await expect(requestTimeStamp(html.url, data)).rejects.toMatchObject({ code: 'time-stamp', retryable: true });
    const broken = await answering(503, utf8(''));
    onTestFinished(() => void broken[Symbol.dispose]());
    await expect(requestTimeStamp(broken.url, data)).rejects.toThrow('status 503');
  });

  it('is not taken where it answers another request', async () => {
    let first: Buffer | undefined;
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      first ??= Buffer.from(await (await fetch(authority.url, { method: 'POST', body })).arrayBuffer());
      response.end(first);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { token } = await requestTimeStamp(url, data);
    await expect(requestTimeStamp(url, data)).rejects.toThrow('answered another request');
    server.close();
    await expect(verifyTimeStamp(token.slice(0, 200), data)).rejects.toThrow('does not hold');
    await expect(verifyTimeStamp(utf8('no token'), data)).rejects.toThrow('no signed token');
  });
});
