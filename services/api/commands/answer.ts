import type { Explain } from '@jalon/authorisation';
import type { Answer, Request } from '@jalon/command-handling';
import { findCommand } from '@jalon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldErrorsOf } from '../problems/field-errors.ts';
import { forbidden } from '../problems/forbidden.ts';
import { type FieldError, languageIn, ProblemError, refusalProblem, sendProblem } from '../problems/problem.ts';
import { addressOf } from './addresses.ts';

type Issues = Extract<Answer, { readonly status: 'invalid' }>['issues'];
type Recorded = Extract<Answer, { readonly status: 'recorded' | 'repeated' }>;

/** How each answer of the door is told over HTTP, in one place. */
export function sendAnswer(answer: Answer, asked: Request, request: FastifyRequest, reply: FastifyReply, explain: Explain): FastifyReply {
  switch (answer.status) {
    case 'recorded':
    case 'repeated':
      return sendRecorded(answer, asked, reply);
    case 'refused':
      return sendProblem(request, reply, refusalProblem(languageIn(request), answer.refusal));
    case 'invalid':
      throw new ProblemError('input-invalid', {}, { errors: fieldErrors(answer.issues, asked, request) });
    case 'stale':
      throw new ProblemError('version-stale', { version: answer.version }, { version: answer.version });
    case 'unknown-command':
      throw new ProblemError('route-unknown');
    case 'not-found':
      throw new ProblemError('thing-unknown', { thing: `${asked.kind} "${asked.id}"` });
    case 'already-exists':
      throw new ProblemError('already-exists', { thing: `${asked.kind} "${asked.id}"` });
    case 'forbidden':
      throw forbidden(explain, { tenant: asked.tenant, action: `${asked.kind}/${asked.name}` }, answer.policies ?? []);
    case 'key-reused':
    case 'contended':
      throw new ProblemError(answer.status);
    case 'out-of-order':
      throw new ProblemError('out-of-order', { earliest: answer.earliest });
  }
}

function sendRecorded({ status, decisions, version, position }: Recorded, { kind, id }: Request, reply: FastifyReply): FastifyReply {
  const streams: Record<string, number> = {};
  for (const decision of decisions) streams[decision.stream] = decision.version;
  reply.header('etag', `"${version}"`).header('location', addressOf(kind, id));
  if (status === 'repeated') reply.header('idempotency-replayed', 'true');
  return reply.code(status === 'recorded' ? 201 : 200).send({
    decisions: decisions.map((decision) => ({
      id: decision.id,
      type: decision.type,
      stream: decision.stream,
      version: decision.version,
      position: decision.position,
      recordedAt: decision.recordedAt,
    })),
    version,
    position,
    streams,
  });
}

/** The fields that were wrong, in the language asked for. */
function fieldErrors(issues: Issues, { kind, name, input }: Request, request: FastifyRequest): readonly FieldError[] {
  const shape = findCommand(kind, name)?.data;
  const told = shape ? fieldErrorsOf(shape, input, languageIn(request)) : [];
  return told.length > 0 ? told : issues.map(({ path, message }) => ({ field: path, message }));
}
