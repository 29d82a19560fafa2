import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** First parts of addresses that are the API's own: no page of the console is there. */
const OURS = ['v1', 'auth', 'docs', 'log', 'assets', 'openapi.json', 'livez', 'readyz', 'metrics', '.well-known'];
const AREA = `:area(^(?!(?:${OURS.map((name) => name.replace('.', '\\.')).join('|')})$).+$)`;
const A_YEAR_MS = 365 * 86_400_000;
const PLACE_OF_NONCE = '__NONCE__';

/**
 * What a page of the console may load: its own files, and styles that carry the nonce of this answer. Nothing inline, nothing from elsewhere, no `eval`
 * (Content Security Policy Level 3). Signing in and out leads to the identity provider by plain navigation.
 */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Serves the built console: hashed files for ever, its one page at every address that is not the API's. */
export async function consoleFiles(app: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) {
    app.log.warn({ folder }, 'the console is not built: `npm run build --workspace services/console` builds it');
    return;
  }
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true };
      route.schema = { ...route.schema, hide: true };
    });
    await files.register(staticFiles, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: A_YEAR_MS,
      preCompressed: true,
      decorateReply: true,
    });
    files.get('/icon.svg', (_request, reply) => reply.sendFile('icon.svg', folder, { maxAge: '1d', immutable: false }));
    for (const url of ['/', `/${AREA}`, `/${AREA}/*`]) {
      files.get(url, async (_request, reply) => {
        // Read each time: a console that was built anew is served at once.
        const shell = await readFile(index, 'utf8');
        const nonce = randomBytes(16).toString('base64');
        return reply
          .header('content-security-policy', policyWith(nonce))
          .header('cache-control', 'no-store')
          .type('text/html; charset=utf-8')
          .send(shell.replaceAll(PLACE_OF_NONCE, nonce));
      });
    }
  });
}
