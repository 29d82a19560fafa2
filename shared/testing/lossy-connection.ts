import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface LossyConnection {
  /** The same database, through connections that can be made to fail. */
  readonly url: string;
  /** The next answer to a request that contains this text is lost with its connection: the server has done the work, and nobody hears of it. */
  loseAnswerTo(text: string): void;
  /** How many answers were lost. */
  lost(): number;
  close(): Promise<void>;
}

/** Stands between a client and a real server, and loses what it is told to lose. */
export async function lossyConnection(to: string): Promise<LossyConnection> {
  const target = new URL(to);
  const open = new Set<Socket>();
  let losing: string | undefined;
  let lost = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let deaf = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (request) => {
      if (losing !== undefined && request.includes(losing)) {
        losing = undefined;
        deaf = true;
      }
      upstream.write(request);
    });
    upstream.on('data', (answer) => {
      if (!deaf) return client.write(answer);
      lost += 1;
      return end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    loseAnswerTo(text) {
      losing = text;
    },
    lost: () => lost,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
