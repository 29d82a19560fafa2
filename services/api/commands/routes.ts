import type { Request } from '@jalon/command-handling';
import { commands } from '@jalon/domain';
import type { FastifyInstance } from 'fastify';
import { demandStored } from '../attachments/missing.ts';
import type { Dependencies } from '../dependencies.ts';
import { accountOf } from '../identity/gate.ts';
import { demandingProof } from '../identity/step-up.ts';
import { demandingPermission, type Judging } from '../may/judge.ts';
import { commandOperation } from '../reference/command-operation.ts';
import { collectionOf } from './addresses.ts';
import { sendAnswer } from './answer.ts';
import { correlationOf, idempotencyKeyOf, ifVersionOf } from './headers.ts';

interface Addressed {
  readonly Params: { readonly id: string };
}

type Commanding = Judging & Pick<Dependencies, 'handle' | 'explain' | 'objects' | 'providers'>;

/**
 * One route a command of the catalogue: `POST /v1/projects/:id/submit-review`. The body is judged by the door alone, which every other side comes through too;
 * the shape stands here for the reference.
 */
export function commandRoutes(app: FastifyInstance, dependencies: Commanding): void {
  const { handle, explain, objects, providers, clock } = dependencies;
  const demandAllowed = demandingPermission(dependencies);
  const demandProof = demandingProof(providers, clock);
  for (const command of commands) {
    const demand = demandStored(objects, command);
    app.post<Addressed>(
      `/v1/${collectionOf(command.kind)}/:id/${command.name}`,
      { schema: commandOperation(command), validatorCompiler: () => () => true, config: { command } },
      async (request, reply) => {
        const account = accountOf(request);
        const { tenant, actor, scopes } = account;
        demandProof(account, command);
        const ifVersion = ifVersionOf(request.headers);
        const missing = await demand(tenant, request.body);
        if (missing) {
          // Whether the tenant has a file is not for whoever may not take the command.
          await demandAllowed(command, account, request.params.id, request.body);
          throw missing;
        }
        const asked: Request = {
          tenant,
          actor,
          ...(scopes && { scopes }),
          kind: command.kind,
          id: request.params.id,
          name: command.name,
          input: request.body ?? {},
          commandId: `${actor.kind}:${actor.id}:${idempotencyKeyOf(request.headers)}`,
          correlation: correlationOf(request.headers, request.id),
          ...(ifVersion === undefined ? {} : { ifVersion }),
        };
        return sendAnswer(await handle(asked), asked, request, reply, explain);
      },
    );
  }
}
