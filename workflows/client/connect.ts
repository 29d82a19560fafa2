import { Client, Connection } from '@temporalio/client';

export interface TemporalPlace {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
}

export interface Connected {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** How long a call may take. A server that is away is told at once, so that the caller decides when to try again. */
export const ANSWER_WITHIN_MS = 5_000;

/** A client of Temporal. It connects with its first call, and again by itself after the server was away. */
export function connect({ address, namespace }: TemporalPlace): Connected {
  const connection = Connection.lazy({
    address,
    connectTimeout: ANSWER_WITHIN_MS,
    // gRPC would wait up to two minutes before it looks again for a server that was away.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 5_000 },
  });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}
