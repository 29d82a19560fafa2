import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that systems hand to outgoing connections (32768 and up on Linux), so that a port stays free between the choice and its use. */
const range = { from: 20_000, to: 30_000 };
const promised = new Set<number>();

/** Whether nothing listens on that port of the loopback interface. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port: the preferred one if it is, else any; never the same one twice from one process. */
export async function freePort(preferred?: number): Promise<number> {
  for (let port = preferred ?? randomInt(range.from, range.to); ; port = randomInt(range.from, range.to)) {
    if (!promised.has(port) && (await isFree(port))) {
      promised.add(port);
      return port;
    }
  }
}

/**
 * Holds a port until `release`, so that nobody else takes it meanwhile. Who connects is turned away.
 * @returns undefined when the port is taken
 */
export function holdPort(port: number, host = '127.0.0.1'): Promise<{ readonly port: number; readonly release: () => Promise<void> } | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => resolve({ port, release: () => new Promise((released) => server.close(() => released())) }));
  });
}
