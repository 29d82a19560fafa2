import type { LoggedDecision } from '@jalon/decision-log';
import { parseStream } from '@jalon/domain';
import { proveDecision, type SealStore, utf8 } from '@jalon/seal';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.ts';
import type { Account } from '../identity/account.ts';
import { accountOf } from '../identity/gate.ts';
import { ProblemError } from '../problems/problem.ts';
import type { Seeing } from '../reads/seeing.ts';

/** The proof that a decision stands in the log: a file that verifies with Jalon stopped. */
export function proofRoute(instance: FastifyInstance, { views }: Dependencies, store: SealStore, seeing: Seeing): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/v1/decisions/:id/proof',
    {
      schema: {
        operationId: 'decisions.proof',
        tags: ['transparency log'],
        summary: 'The proof that a decision stands in the log',
        description:
          'A tlog-proof file that `jalon verify` and other tools verify with nothing but the public key. Its extra data holds the envelope of the decision, which has the digest of what was decided. A decision that no checkpoint holds yet is answered with `not-sealed-yet`: ask again in a second.',
        params: z.strictObject({ id: z.uuid() }),
        querystring: z.strictObject({
          size: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().describe('Under a checkpoint of at least so many decisions.'),
        }),
        produces: ['text/plain'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const { id } = request.params;
      const unknown = new ProblemError('thing-unknown', { thing: `decision "${id}"` });
      const { rows } = await views.query<{ envelope: string }>({
        name: 'decision of a proof',
        text: 'SELECT envelope FROM decision_log.decisions WHERE tenant = $1 AND id = $2',
        values: [account.tenant, id],
      });
      if (!rows[0]) throw unknown;
      const { envelope } = rows[0];
      const decision: LoggedDecision = JSON.parse(envelope);
      if (!(await mayHaveProof(seeing, account, decision))) throw unknown;
      const log = await store.logOf(account.tenant);
      const { size } = request.query;
      const extra = utf8(JSON.stringify({ envelope }));
      const proof = log && (await proveDecision(store, log, { position: decision.position, ...(size && { size }), extra }));
      if (!proof) {
        reply.header('retry-after', '1');
        throw new ProblemError('not-sealed-yet');
      }
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${id}.tlog-proof"`)
        .header('cache-control', 'private, no-cache')
        .serializer(String)
        .send(proof);
    },
  );
}

/**
 * An envelope names who decided. So its proof is for whoever took the decision, for those who read the journal, and for those who see who decided on the
 * project. To others the decision does not exist.
 */
async function mayHaveProof(seeing: Seeing, account: Account, { actor, stream }: LoggedDecision): Promise<boolean> {
  if (actor.kind === account.actor.kind && actor.id === account.actor.id) return true;
  const of = parseStream(stream);
  const allows = of?.kind === 'project' ? await seeing.look(account, 'project', of.id) : undefined;
  if (allows?.('read') && allows('read-actors')) return true;
  try {
    await seeing.mayReadJournal(account);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'forbidden') return false;
    throw error;
  }
}
