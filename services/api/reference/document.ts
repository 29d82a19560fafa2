import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { type AnyCommand, findCommand } from '@jalon/domain';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { commandProblems, readProblems, refusalLines, trialProblems, uploadProblems } from './problems.ts';

const description = `Jalon runs innovation grant programmes: calls, reviews, awards, reviews of societal readiness, and a log of every decision.

Each command is one address, \`POST /v1/<kind>s/{id}/<command>\`, and is recorded once under its \`Idempotency-Key\`. Errors are problem documents (RFC 9457) with a
stable \`code\`; what a rule refuses is told in its own words, in French or English.`;

type Transformed = ReturnType<ReturnType<typeof createJsonSchemaTransformObject>>;

const head = (publicUrl: string): NonNullable<FastifyDynamicSwaggerOptions['openapi']> => ({
  openapi: '3.1.0',
  info: { title: 'Jalon', version: '1', description, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
  servers: [{ url: publicUrl }],
  security: [{ bearer: [] }],
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    // The shape of a problem document (RFC 9457).
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string', description: 'Stable: programs go by it.' },
          detail: { type: 'string', description: 'What was wrong and what to do, in the language of Accept-Language (fr or en).' },
          errors: {
            type: 'array',
            description: 'What was wrong with each field of the input.',
            items: { type: 'object', required: ['field', 'message'], properties: { field: { type: 'string' }, message: { type: 'string' } } },
          },
          details: { type: 'object', description: 'What a refusal rests on.' },
          version: { type: 'integer', description: 'The version that the thing is at now, where yours was stale.' },
          policies: {
            type: 'array',
            description: 'Of a 403: the policies that forbid it; empty where none permits it.',
            items: { type: 'string' },
          },
          reference: { type: 'string', description: 'For whoever runs the service.' },
        },
      },
    },
  },
});

/** The OpenAPI document, made from the routes; call before the routes are added. */
export async function openApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  const components = createJsonSchemaTransformObject({});
  await app.register(swagger, {
    openapi: head(publicUrl),
    hideUntagged: true,
    transform: createJsonSchemaTransform({}),
    transformObject: (document) => told(components(document)),
  });
}

/** Adds what holds for every operation of a kind: its problems, and for a command its title in French, its example and its refusals. */
function told(transformed: Transformed): Transformed {
  if (!('openapi' in transformed)) throw new Error('The reference is an OpenAPI document.');
  const paths = transformed.paths ?? {};
  for (const path of Object.values(paths)) {
    for (const operation of [path?.get, path?.post]) {
      if (!operation) continue;
      const [kind = '', name = ''] = (operation.operationId ?? '').split('.');
      const command = findCommand(kind, name);
      Object.assign(operation, { responses: { ...operation.responses, ...problemsOf(operation.operationId, command) } });
      const json = path?.post?.requestBody && 'content' in path.post.requestBody ? path.post.requestBody.content['application/json'] : undefined;
      if (command && json) json.example = command.example;
      if (command)
        Object.assign(operation, {
          'x-title-fr': command.says.fr,
          'x-refusals': command.refuses,
          description: withRefusals(command.about, refusalLines(command)),
        });
    }
  }
  return transformed;
}

const UPLOAD = 'attachments.put';
const TRIALS: readonly (string | undefined)[] = ['calls.what-if', 'calls.firmness'];

function problemsOf(operationId: string | undefined, command: AnyCommand | undefined): ReturnType<typeof readProblems> {
  if (command) return commandProblems(command);
  if (TRIALS.includes(operationId)) return trialProblems();
  return operationId === UPLOAD ? uploadProblems() : readProblems();
}

const withRefusals = (about: string, lines: readonly string[]): string => (lines.length === 0 ? about : `${about}\n\nRefusals:\n${lines.join('\n')}`);
