import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

/** Where the reference is shown. */
export const REFERENCE = '/docs';

/** What the page may load: its own script, and nothing from elsewhere. It sets styles and starts itself inline. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The OpenAPI document at /openapi.json, and a page that shows it, from this process alone. */
export async function referencePages(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true }, config: { public: true } }, async () => app.swagger());
  await app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', policy);
    });
    await pages.register(scalar, {
      routePrefix: REFERENCE,
      configuration: { url: '/openapi.json', pageTitle: 'Jalon', withDefaultFonts: false, telemetry: false, hideClientButton: true },
    });
  });
}
