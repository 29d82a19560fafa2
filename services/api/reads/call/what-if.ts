import type { Access } from '@jalon/access-journal';
import { isRefusal, streamOf } from '@jalon/domain';
import { Changes, WhatIf, whatIf } from '@jalon/evidence';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { forbidden } from '../../problems/forbidden.ts';
import { languageIn, ProblemError, refusalProblem, sendProblem } from '../../problems/problem.ts';
import type { Reads } from '../reads.ts';
import { failureOf } from '../views.ts';
import { mayNameReviewers, openSelection } from './selection.ts';

/** What would be selected by other weights, thresholds, rules for ties, reviewers or money. It records nothing. */
export function whatIfReads(reads: Reads): void {
  reads.app.post(
    '/v1/calls/:id/what-if',
    {
      schema: {
        operationId: 'calls.what-if',
        tags: ['calls'],
        summary: 'The ranking and selection that would follow from other weights, thresholds, reviewers or money',
        description:
          'Beside the real ones, with the projects that move. Records nothing in the log. For those who may read the ranking; only who may know the reviewers can leave one out. Once the selection is concluded it is worked out from what it rested on; before, from the applications as they are.',
        params: z.object({ id: z.string() }),
        body: Changes,
        response: { 200: WhatIf },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const basis = await openSelection(reads, account, request.params.id);
      if (isRefusal(basis)) return sendProblem(request, reply, refusalProblem(languageIn(request), basis));
      const changes = request.body;
      if (changes.leaveOut?.length && !(await mayNameReviewers(reads, account, basis)))
        throw forbidden(reads.explain, { tenant: account.tenant, action: 'project/read-actors' }, []);
      const answer = whatIf(basis, changes);
      if (!('call' in answer)) {
        throw new ProblemError('input-invalid', {}, { errors: answer.map(({ path, message }) => ({ field: path, message })) });
      }
      const what = { part: 'calls.what-if', thing: streamOf('call', basis.call), more: { changes } };
      await noted(reads, { tenant: account.tenant, who: account.actor, what, why: 'trial', request: request.id });
      return answer;
    },
  );
}

/** Writes a trial down before it is shown: where that fails, nothing is. */
async function noted({ accesses }: Reads, access: Access): Promise<void> {
  try {
    await accesses.record(access);
  } catch (error) {
    throw failureOf(error);
  }
}
