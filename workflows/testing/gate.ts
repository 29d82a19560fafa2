import { once } from 'node:events';
import { createServer, connect as dial, type Server } from 'node:net';

/** A port at which nobody answers until it is opened, and then a server does. */
export async function closedGate(): Promise<{ readonly address: string; readonly open: (to: string) => Promise<void>; readonly close: () => void }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const bound = probe.address();
  if (bound === null || typeof bound === 'string') throw new Error('The probe has no port.');
  probe.close();
  let server: Server | undefined;
  return {
    address: `127.0.0.1:${bound.port}`,
    async open(to) {
      const [host, port] = to.split(':');
      server = createServer((socket) => {
        const onward = dial(Number(port), host);
        socket.pipe(onward).pipe(socket);
        for (const [one, other] of [
          [socket, onward],
          [onward, socket],
        ] as const)
          one.on('error', () => other.destroy()).on('close', () => other.destroy());
      });
      server.listen(bound.port, '127.0.0.1');
      await once(server, 'listening');
    },
    close: () => server?.close(),
  };
}
