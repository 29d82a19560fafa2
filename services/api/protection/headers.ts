import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Two years, as browsers ask of hosts that they list (RFC 6797). */
const HSTS_SECONDS = 63_072_000;

/**
 * Security headers. Helmet says which once, as the edge is built, and each answer gets a copy: a profile showed that making them anew for each request
 * was among its dearest parts. Answers load nothing; a page that does says what in its place.
 */
export function protectingHeaders(publicUrl: string): Readonly<Record<string, number | string | string[] | undefined>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] } },
    strictTransportSecurity: new URL(publicUrl).protocol === 'https:' && { maxAge: HSTS_SECONDS, includeSubDomains: true },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  protect(request, response, () => undefined);
  return {
    ...response.getHeaders(),
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Gives every answer these headers. What is answered to somebody is kept by no cache, unless its route says otherwise. */
export function protectAnswers(app: FastifyInstance, headers: ReturnType<typeof protectingHeaders>): void {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  app.addHook('onSend', async ({ account }, reply) => {
    if (account && !reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
  });
}
