import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../servers/ports.ts';
import { scratchFolder } from '../servers/testing/scratch.ts';
import { portsFor } from './remembered-ports.ts';

async function listen(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
}

describe('the ports of a checkout', () => {
  it('are those of the start before', async () => {
    const file = join(scratchFolder(), 'ports.json');
    const asked = String(await freePort());
    const first = await portsFor(file, asked);
    await first.http.release();
    // The servers' ports are promised to the first start for as long as this process lives; Jalon's own is given back.
    const second = await portsFor(file, undefined);
    expect(second.ports.http).toBe(Number(asked));
    await second.http.release();
  });

  it('are never the same for two checkouts that start at once', async () => {
    const [one, two] = await Promise.all([
      portsFor(join(scratchFolder(), 'ports.json'), undefined),
      portsFor(join(scratchFolder(), 'ports.json'), undefined),
    ]);
    const all = [...Object.values(one.ports), ...Object.values(two.ports)];
    await Promise.all([one.http.release(), two.http.release()]);
    expect(new Set(all).size).toBe(10);
  });

  it('give way where another program took one meanwhile', async () => {
    const file = join(scratchFolder(), 'ports.json');
    const first = await portsFor(file, String(await freePort()));
    await first.http.release();
    await listen(first.ports.http);
    const second = await portsFor(file, undefined);
    await second.http.release();
    expect(second.ports.http).not.toBe(first.ports.http);
  });

  it('that were asked for and are in use are one clear sentence', async () => {
    const port = await freePort();
    await listen(port);
    await expect(portsFor(join(scratchFolder(), 'ports.json'), String(port))).rejects.toThrow(
      `Port ${port} is in use: stop what listens there, set JALON_HTTP_PORT to another one, or leave it unset and Jalon takes the next free one.`,
    );
  });

  it('that are none are one clear sentence, too', async () => {
    await expect(portsFor(join(scratchFolder(), 'ports.json'), 'eighty')).rejects.toThrow('JALON_HTTP_PORT is eighty, which is no port');
  });
});
