import { type Refusal, refusals } from '@jalon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf, type Words } from './language.ts';
import { type ProblemCode, problemKinds, refusedTitle } from './words.ts';

/** What was wrong with one field of the input, by its path (`budget.0.amount`). */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A problem document (RFC 9457). `code` is stable; `title` and `detail` are for people, in their language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** What a refusal rests on, by name. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The version that the thing is at now, for a stale one. */
  readonly version?: number;
  /** Of a 403: the ids of the policies that forbid it; empty where none permits it. */
  readonly policies?: readonly string[];
  /** What an operator finds in the logs. */
  readonly reference?: string;
}

/** A problem that ends the handling of a request. It is thrown by the edge only; rules return refusals. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly more: {
    readonly errors?: readonly FieldError[];
    readonly version?: number;
    readonly policies?: readonly string[];
    /** What `{because}` stands for, where it is told in both languages. */
    readonly because?: Words;
    /** After how many seconds it is worth trying again. */
    readonly retryAfter?: number;
    /** The sign-in that is asked for (RFC 9470): how old it may be (seconds), and how strong it has to be. */
    readonly stepUp?: { readonly maxAge: number; readonly acrValues?: string };
    /** The header or the parameter that is wrong. */
    readonly field?: string;
  };
  constructor(code: ProblemCode, details: Readonly<Record<string, unknown>> = {}, more: ProblemError['more'] = {}) {
    super(code);
    this.code = code;
    this.details = details;
    this.more = more;
  }
}

/** The document of a problem of the edge. */
export function problem(language: Language, code: ProblemCode, details: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title, detail } = problemKinds[code];
  return { type: typeOf(code), title: title[language], status, code, detail: filled(detail[language], details) };
}

/** The document of a refusal of a rule, in the words of the domain. */
export function refusalProblem(language: Language, { refused, details }: Refusal): Problem {
  const { status, ...words } = refusals[refused];
  const told = filled(words[language], details);
  return { type: typeOf(refused), title: refusedTitle[language], status, code: refused, detail: told, details };
}

const typeOf = (code: string): string => `urn:jalon:problem:${code}`;

/** A sentence with its `{names}` replaced by the details of that name. */
function filled(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (asWritten, name: string) => (Object.hasOwn(details, name) ? toldAs(details[name]) : asWritten));
}

function toldAs(value: unknown): string {
  if (Array.isArray(value)) return value.map(toldAs).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The language that the request asks for. */
export const languageIn = (request: FastifyRequest): Language => languageOf(request.headers['accept-language']);

/** Answers with a problem document. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, document: Problem): FastifyReply {
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', languageIn(request))
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(document);
}
