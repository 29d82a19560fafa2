import { z } from 'zod';
import { accountOf } from '../../identity/gate.ts';
import { Times } from '../query.ts';
import type { Reads } from '../reads.ts';
import { aCall } from '../seeable.ts';

const Question = z.strictObject({
  question: z.string(),
  text: z.string(),
  askedAt: z.string().optional(),
  answer: z.strictObject({ text: z.string(), public: z.boolean() }).optional(),
});
const Questions = z.strictObject({ call: z.string(), version: z.int().min(1), questions: z.array(Question) });

/** What was asked about a call, and what was answered. */
export function questionReads({ app, seeing, back }: Reads): void {
  app.get(
    '/v1/calls/:id/questions',
    {
      schema: {
        operationId: 'calls.questions',
        tags: ['calls'],
        summary: 'Questions on a call, with their answers',
        description:
          'Whoever reads the call reads those that were answered for everybody, and their own; whoever answers and whoever audits reads all.',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject(Times),
        response: { 200: Questions },
      },
    },
    async (request) => {
      const { id } = request.params;
      const account = accountOf(request);
      const now = await seeing.open(account, aCall, id);
      const { state, version, allows } = (await back(account, request.query)?.opened(account, aCall, id, now)) ?? now;
      const all = allows('read-questions');
      const questions = Object.entries(state.questions)
        .filter(([, { asked, answer }]) => all || answer?.public || asked?.by === account.actor.id)
        .map(([question, { text, asked, answer }]) => ({
          question,
          text,
          ...(asked && { askedAt: asked.at }),
          ...(answer && { answer: { ...answer } }),
        }));
      return { call: id, version, questions };
    },
  );
}
