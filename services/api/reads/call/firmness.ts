import { isRefusal } from '@jalon/domain';
import { Firmness, firmness } from '@jalon/evidence';
import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { languageIn, refusalProblem, sendProblem } from '../../problems/problem.ts';
import { present } from '../present.ts';
import type { Reads } from '../reads.ts';
import { mayNameReviewers, openSelection } from './selection.ts';

const Whole = z.coerce.number('has to be a number').int();

/** How firm a selection is, before it is concluded and after. */
export function firmnessReads(reads: Reads): void {
  reads.app.get(
    '/v1/calls/:id/firmness',
    {
      schema: {
        operationId: 'calls.firmness',
        tags: ['calls'],
        summary: 'How firm the selection of a call is',
        description:
          'How far each weight and each threshold may move alone before another is selected, which single reviewer’s absence would change it, and in what share of draws each application is selected when all weights and thresholds move a little by chance. The draws follow from the seed: the same seed gives the same shares. For those who may read the ranking, before the selection is concluded too.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject({
          draws: Whole.min(1).max(2_000).default(500).describe('How many draws the shares are counted over.'),
          spread: z.coerce.number('has to be a number').min(0).max(50).default(10).describe('By how many hundredths a figure moves at most.'),
          seed: z.string().min(1).max(100).optional().describe('The id of the call, unless said.'),
        }),
        response: { 200: Firmness },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const basis = await openSelection(reads, account, request.params.id);
      if (isRefusal(basis)) return sendProblem(request, reply, refusalProblem(languageIn(request), basis));
      const { seed, ...drawing } = request.query;
      const answer = await firmness(basis, { ...drawing, ...present({ seed }) });
      const named = await mayNameReviewers(reads, account, basis);
      return named ? answer : { ...answer, reviewers: answer.reviewers.map(({ reviewer: _, ...absence }) => absence) };
    },
  );
}
