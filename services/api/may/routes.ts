import { commands } from '@jalon/domain';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { collectionOf } from '../commands/addresses.ts';
import type { Dependencies } from '../dependencies.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import { judge } from './judge.ts';

const InBoth = z.strictObject({ en: z.string(), fr: z.string() });
const Told = z.strictObject({
  policy: z.string().describe('Its id, as decisions name it.'),
  says: InBoth.describe('Of a permission: who has it. Of a ban: why, and what would have to change.'),
});
const Answer = z.strictObject({
  action: z.string(),
  allowed: z.boolean(),
  decided: z.array(Told).describe('The permissions that are used, or the bans that stand against it.'),
  wouldTake: z.array(Told).describe('Of a no without a ban: the permissions that there are. Any of them would do.'),
});
const Query = z.strictObject({
  funder: z.string().max(63).optional().describe('The funder that the decision would be taken for, where it is one’s.'),
});

/** "Why may I not?": whether whoever asks may take a command on a thing, and which policies say so, in words. The rules of the command are not asked. */
export function mayRoutes(instance: FastifyInstance, dependencies: Dependencies): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  for (const [kind, all] of Map.groupBy(commands, (command) => command.kind)) {
    const byName = new Map(all.map((command) => [command.name, command]));
    app.get(
      `/v1/${collectionOf(kind)}/:id/may/:command`,
      {
        schema: {
          operationId: `${collectionOf(kind)}.may`,
          tags: [collectionOf(kind)],
          summary: 'Why you may, or may not, take a command on it',
          description: 'Which policies decide, in words. Where the thing stands is for the rule of the command: only asking for it tells that.',
          params: z.object({ id: z.string(), command: z.enum([...byName.keys()]) }),
          querystring: Query,
          response: { 200: Answer },
        },
      },
      async (request) => {
        const { id, command: name } = request.params;
        const judged = await judge(dependencies, byName.get(name)!, accountOf(request), id, request.query);
        if (!judged) throw new ProblemError('thing-unknown', { thing: `${kind} "${id}"` });
        const { allowed, decided, wouldTake } = dependencies.explain(judged.asked, judged.verdict);
        return { action: judged.asked.action, allowed, decided: [...decided], wouldTake: [...wouldTake] };
      },
    );
  }
}
