import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from './language.ts';
import { languageIn, type Problem, ProblemError, problem, sendProblem } from './problem.ts';
import type { ProblemCode } from './words.ts';

/** After how many seconds it is worth trying again. */
const RETRY_AFTER = '2';

/** What Fastify says, by its codes. */
const byFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'json-malformed',
  FST_ERR_BAD_URL: 'path-malformed',
  FST_ERR_INVALID_URL: 'path-malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'route-unknown',
};

/** Operational errors of the parts behind the edge, by their codes. */
const byPart: Readonly<Record<string, ProblemCode>> = {
  'log-unavailable': 'log-unavailable',
  'wrong-clock': 'service-unfit',
  'unsafe-database': 'service-unfit',
  'unknown-decision': 'service-unfit',
  'personal-data-locked': 'service-unfit',
  'decision-too-large': 'body-too-large',
  'identity-provider-unavailable': 'identity-provider-unavailable',
  'object-store-unavailable': 'attachments-unavailable',
};

const Coded = z.object({ code: z.string() });
const Unrecognised = z.object({ keys: z.array(z.string()) });
const Validation = z.object({ validation: z.array(z.object({ instancePath: z.string(), message: z.string(), params: z.unknown() })).min(1) });

export const BODY_LIMIT = 1_048_576;

/** Answers whatever was thrown: a problem of the edge, of Fastify, of a part behind, or a defect of ours (which is logged and told by a reference only). */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const document = problemOf(error, languageIn(request));
  if (document.status === 401) reply.header('www-authenticate', challenge(document, error));
  if (document.status === 503 || document.code === 'contended') reply.header('retry-after', RETRY_AFTER);
  if (error instanceof ProblemError && error.more.retryAfter !== undefined) reply.header('retry-after', String(error.more.retryAfter));
  if (document.status === 401 || document.status === 403) request.log.info(noted(document, request), 'a request was refused');
  if (document.status < 500) return sendProblem(request, reply, document);
  request.log[document.status === 500 ? 'error' : 'warn']({ err: error, reference: request.id }, 'a request could not be served');
  return sendProblem(request, reply, { ...document, reference: request.id });
}

/** What is logged of whoever was not let in: opaque ids, and the pattern of the address, in which nobody typed anything. */
const noted = ({ code, policies }: Problem, { id, method, routeOptions, account, ip }: FastifyRequest) => ({
  request: id,
  code,
  method,
  route: routeOptions.url,
  ...(account && { tenant: account.tenant, actor: `${account.actor.kind}:${account.actor.id}` }),
  ...(policies && { policies }),
  ip,
});

function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof ProblemError) return ofEdge(error, language);
  const invalid = Validation.safeParse(error);
  if (invalid.success) {
    const errors = invalid.data.validation.flatMap(({ instancePath, message, params }) =>
      fieldsOf(instancePath, params).map((field) => ({ field, message })),
    );
    return { ...problem(language, 'input-invalid'), errors };
  }
  const coded = Coded.safeParse(error);
  const code = coded.success ? (byFastify[coded.data.code] ?? byPart[coded.data.code]) : undefined;
  const because = error instanceof Error ? error.message : '';
  if (coded.success && coded.data.code === 'token-rejected') return problem(language, 'token-rejected', { because });
  return problem(language, code ?? 'internal', { because, limit: '1 MiB' });
}

function ofEdge({ code, details, more: { field, because, retryAfter: _, ...more } }: ProblemError, language: Language): Problem {
  const document = problem(language, code, because ? { ...details, because: because[language] } : details);
  return { ...document, ...(field !== undefined && { errors: [{ field, message: document.detail }] }), ...more };
}

/** The parameters that a validation speaks of: those that nobody knows, or the one at a path. */
function fieldsOf(instancePath: string, params: unknown): readonly string[] {
  const unknown = Unrecognised.safeParse(params);
  return unknown.success ? unknown.data.keys : [instancePath.replace(/^\//, '').replaceAll('/', '.')];
}

/** RFC 6750 §3; RFC 9470 §3 for a sign-in that is too old or too weak. */
function challenge({ code }: Problem, error: unknown): string {
  const stepUp = error instanceof ProblemError ? error.more.stepUp : undefined;
  const level = stepUp?.acrValues === undefined ? '' : `, acr_values="${stepUp.acrValues}"`;
  if (stepUp) return `Bearer realm="jalon", error="insufficient_user_authentication", max_age="${stepUp.maxAge}"${level}`;
  return code === 'token-rejected' ? 'Bearer realm="jalon", error="invalid_token"' : 'Bearer realm="jalon"';
}
