import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Dependencies } from '../dependencies.ts';
import { questionReads } from './call/questions.ts';
import { callReads } from './calls.ts';
import { catalogueReads } from './catalogue.ts';
import { changeReads } from './changes.ts';
import { journalReads } from './journal.ts';
import { lessonReads } from './lessons/lessons.ts';
import { lookingBack } from './looking-back.ts';
import { workReads } from './my-work.ts';
import { deMinimisReads } from './organisation/de-minimis.ts';
import { peopleReads } from './people/people.ts';
import { possibleReads } from './possible.ts';
import { comparisonReads } from './programme/comparison.ts';
import { policyReads } from './programme/policy.ts';
import { moneyReads } from './project/money.ts';
import { proposalReads } from './project/reviewer-proposals.ts';
import { reviewReads } from './project/reviews.ts';
import { projectReads } from './projects.ts';
import { searchReads } from './search.ts';
import { seeingWith } from './seeing.ts';
import { standingWith } from './standing.ts';

/** Everything that can be read. Each read is authorised on the log and served from a view. */
export function readRoutes(instance: FastifyInstance, dependencies: Dependencies): void {
  const { views, log, clock } = dependencies;
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const reads = { app, views, log, seeing: seeingWith(dependencies), back: lookingBack(log, clock) };
  projectReads(reads);
  moneyReads(reads);
  reviewReads(reads);
  proposalReads(reads);
  callReads(reads);
  questionReads(reads);
  policyReads(reads);
  comparisonReads(reads);
  peopleReads(reads);
  deMinimisReads(reads);
  lessonReads(reads);
  journalReads(reads);
  workReads(reads, standingWith(dependencies.log, dependencies.loader, dependencies.clock));
  changeReads(reads);
  catalogueReads(reads);
  possibleReads(reads, dependencies);
  searchReads(reads, dependencies.loader);
}
