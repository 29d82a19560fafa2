import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems/problem.ts';

/** Answers addresses that do not exist with 404, and those that take another method with 405 and the methods they take. Call before the routes are added. */
export function unknownRoutes(app: FastifyInstance): void {
  const taken: { readonly pattern: RegExp; readonly method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
    for (const one of [method].flat()) taken.push({ pattern, method: one });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = taken.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0) throw new ProblemError('route-unknown');
    const allowed = [...new Set(methods)].join(', ');
    reply.header('allow', allowed);
    throw new ProblemError('method-not-allowed', { allowed });
  });
}
