import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import helmet from 'helmet';
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
import { ProblemError } from './problems/problem.ts';
import { readRoutes } from './reads/routes.ts';
import { openApi } from './reference/document.ts';
import { REFERENCE, referencePages } from './reference/page.ts';
import { transparencyLog } from './transparency-log/routes.ts';
import { unknownRoutes } from './unknown-routes.ts';

/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP edge: every command of the catalogue, the reads, health and the reference. It holds no rule and no state but accepted tokens. */
export async function buildApp(dependencies: Dependencies): Promise<FastifyInstance> {
  const { logger, newId, configuration, verifyToken } = dependencies;
  const base: FastifyBaseLogger = logger;
  const app: FastifyInstance = Fastify({
    loggerInstance: base,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger a request costs more than the checks on it; what is logged of a request names it.
    childLoggerFactory: (parent) => parent,
    genReqId: ({ headers }) => requestIdOf(headers, newId),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: answerError,
  });
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  jsonBodies(app);
  unknownRoutes(app);
  if (logger.isLevelEnabled('debug')) logRequests(app);
  headersOfProtection(app);
  gate(app, verifyToken, bySessionIn(dependencies.sessions, configuration.http.publicUrl), [REFERENCE]);
  await app.register(rateLimit, {
    max: configuration.http.requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: whoAsks,
    errorResponseBuilder: (_request, { ttl }) => new ProblemError('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  });
  await openApi(app, configuration.http.publicUrl);
  await referencePages(app);
  healthRoutes(app, dependencies);
  identityRoutes(app, dependencies);
  commandRoutes(app, dependencies);
  mayRoutes(app, dependencies);
  readRoutes(app, dependencies);
  attachmentRoutes(app, dependencies);
  transparencyLog(app, dependencies);
  await liveRoutes(app, dependencies);
  if (dependencies.consoleFolder !== undefined) await consoleFiles(app, dependencies.consoleFolder);
  return app;
}

/**
 * Security headers. Helmet says which once, as the edge is built, and each answer gets a copy: a profile showed that making them anew for each request
 * was among its dearest parts.
 */
function headersOfProtection(app: FastifyInstance): void {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const protect = helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } });
  protect(request, response, () => undefined);
  const made = response.getHeaders();
  app.addHook('onRequest', async (_request, reply) => void reply.headers(made));
}

/** Requests are counted by account; those without one, by address. */
const whoAsks = ({ account, ip }: FastifyRequest): string => (account ? `${account.tenant}/${account.actor.kind}:${account.actor.id}` : ip);

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ log, id, method, url }, reply) => {
    log.debug({ request: id, method, url: url.split('?')[0], status: reply.statusCode, ms: reply.elapsedTime }, 'request');
  });
}
