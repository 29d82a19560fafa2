import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { auditorsOf } from './accesses/auditors.ts';
import { noteAccesses } from './accesses/noting.ts';
import { accessRoutes } from './accesses/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { requestIdOf } from './commands/headers.ts';
import { commandRoutes } from './commands/routes.ts';
import { consoleFiles } from './console-files/routes.ts';
import type { Dependencies } from './dependencies.ts';
import { healthRoutes } from './health/routes.ts';
import { bySessionIn } from './identity/by-session.ts';
import { gate } from './identity/gate.ts';
import { identityRoutes } from './identity/routes.ts';
import { jsonBodies } from './json-body.ts';
import { liveRoutes } from './live/routes.ts';
import { mayRoutes } from './may/routes.ts';
import { answerError, BODY_LIMIT } from './problems/from-error.ts';
import { checkAddresses } from './protection/addresses.ts';
import { protectAnswers, protectingHeaders } from './protection/headers.ts';
import { limitRates } from './protection/rates.ts';
import { slowClients, usualTimes } from './protection/times.ts';
import { readRoutes } from './reads/routes.ts';
import { seeingWith } from './reads/seeing.ts';
import { openApi } from './reference/document.ts';
import { REFERENCE, referencePages } from './reference/page.ts';
import { transparencyLog } from './transparency-log/routes.ts';
import { unknownRoutes } from './unknown-routes.ts';

/** The HTTP edge: every command of the catalogue, the reads, health and the reference. It holds no rule and no state but accepted tokens. */
export async function buildApp(dependencies: Dependencies): Promise<FastifyInstance> {
  const { logger, newId, configuration, verifyToken } = dependencies;
  const { publicUrl, trustedProxies } = configuration.http;
  const headers = protectingHeaders(publicUrl);
  const base: FastifyBaseLogger = logger;
  const app: FastifyInstance = Fastify({
    loggerInstance: base,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger a request costs more than the checks on it; what is logged of a request names it.
    childLoggerFactory: (parent) => parent,
    genReqId: ({ headers }) => requestIdOf(headers, newId),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies === undefined ? false : [...trustedProxies],
    ...slowClients(dependencies.times ?? usualTimes),
    // An address that cannot be read is answered before any hook.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(headers)),
  });
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  jsonBodies(app);
  unknownRoutes(app);
  if (logger.isLevelEnabled('debug')) logRequests(app);
  protectAnswers(app, headers);
  checkAddresses(app);
  await limitRates(app, configuration.http);
  gate(app, verifyToken, bySessionIn(dependencies.sessions, configuration.http.publicUrl), [REFERENCE]);
  noteAccesses(app, { journal: dependencies.accesses, isAuditor: auditorsOf(dependencies.log, dependencies.loader) });
  await openApi(app, configuration.http.publicUrl);
  await referencePages(app);
  healthRoutes(app, dependencies);
  identityRoutes(app, dependencies);
  commandRoutes(app, dependencies);
  mayRoutes(app, dependencies);
  readRoutes(app, dependencies);
  accessRoutes(app, { journal: dependencies.accesses, seeing: seeingWith(dependencies) });
  attachmentRoutes(app, dependencies);
  transparencyLog(app, dependencies);
  await liveRoutes(app, dependencies);
  if (dependencies.consoleFolder !== undefined) await consoleFiles(app, dependencies.consoleFolder);
  return app;
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ log, id, method, url }, reply) => {
    log.debug({ request: id, method, url: url.split('?')[0], status: reply.statusCode, ms: reply.elapsedTime }, 'request');
  });
}
