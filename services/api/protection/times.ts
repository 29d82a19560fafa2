import type { Socket } from 'node:net';

/** How long a client may take to send the headers of a request, and the whole of it: a file of 50 MB comes through a line of 2 Mbit/s. */
export interface Times {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often connections are looked at. */
  readonly lookedAtMs: number;
}

export const usualTimes: Times = { headersMs: 15_000, requestMs: 300_000, lookedAtMs: 5_000 };

/** What Fastify and Node are told of slow clients, and what those are answered who do not speak HTTP or not fast enough. */
export const slowClients = ({ headersMs, requestMs, lookedAtMs }: Times) => ({
  requestTimeout: requestMs,
  http: { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookedAtMs },
  clientErrorHandler: answerClientError,
});

interface Said {
  readonly status: string;
  readonly code: string;
  readonly detail: string;
}

const bad: Said = { status: '400 Bad Request', code: 'http-malformed', detail: 'This is not a request that can be read (RFC 9112).' };
const byCode: Readonly<Record<string, Said>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', code: 'request-too-slow', detail: 'The request did not come in time: send it again.' },
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', code: 'headers-too-large', detail: 'The headers are larger than 16 KiB.' },
};

/** Nothing has been routed yet: the answer is written by hand, and the connection ends. */
function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const { status, code, detail } = byCode[error.code ?? ''] ?? bad;
  const title = status.slice(4);
  const body = JSON.stringify({ type: `urn:jalon:problem:${code}`, title, status: Number(status.slice(0, 3)), code, detail });
  const headers = ['content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}
