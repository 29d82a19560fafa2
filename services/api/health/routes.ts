import { viewLag } from '@jalon/read-models';
import { sealStore } from '@jalon/seal';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { readiness } from './readiness.ts';
import { withScan } from './scan-part.ts';

/** For orchestrators and operators: whether the process runs, and whether decisions can be taken. Without a token, and with nothing of any tenant. */
export function healthRoutes(app: FastifyInstance, { log, views, clock, configuration, scan }: Dependencies): void {
  const schema = { hide: true };
  app.get('/livez', { schema, config: { public: true, rateLimit: false } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema, config: { public: true } }, async (_request, reply) => {
    const well = await readiness({
      lags: log.lags,
      imports: log.imports,
      viewLag: () => viewLag(views, log),
      sealAlarms: sealStore(views).alarms,
      now: clock,
      configuration,
    });
    const state = await withScan(well, scan);
    return reply
      .code(state.status === 'down' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(state);
  });
}
