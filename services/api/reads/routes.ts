import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Dependencies } from '../dependencies.ts';
import { callReads } from './calls.ts';
import { journalReads } from './journal.ts';
import { workReads } from './my-work.ts';
import { projectReads } from './projects.ts';
import { seeingWith } from './seeing.ts';
import { standingWith } from './standing.ts';

/** Everything that can be read. Each read is authorised on the log and served from a view. */
export function readRoutes(instance: FastifyInstance, dependencies: Dependencies): void {
  const reads = { app: instance.withTypeProvider<ZodTypeProvider>(), views: dependencies.views, seeing: seeingWith(dependencies) };
  projectReads(reads);
  callReads(reads);
  journalReads(reads);
  workReads(reads, standingWith(dependencies.log, dependencies.loader));
}
