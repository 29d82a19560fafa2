import { randomBytes } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

/** Where the reference is shown. */
export const REFERENCE = '/docs';

/** What the page may load: its own script, what carries the nonce of this answer, and nothing from elsewhere. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page with a nonce on the script that starts it, and where that script looks for the one of its styles. */
const withNonce = (page: string, nonce: string): string =>
  page.replaceAll('<script', `<script nonce="${nonce}"`).replace('<head>', `<head><meta property="csp-nonce" content="${nonce}" />`);

/** The OpenAPI document at /openapi.json, and a page that shows it, from this process alone. */
export async function referencePages(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true }, config: { public: true } }, async () => app.swagger());
  await app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply, payload) => {
      const nonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', policyWith(nonce));
      const isPage = typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html');
      return isPage ? withNonce(payload, nonce) : payload;
    });
    await pages.register(scalar, {
      routePrefix: REFERENCE,
      configuration: {
        url: '/openapi.json',
        pageTitle: 'Jalon',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}
