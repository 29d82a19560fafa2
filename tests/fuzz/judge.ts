import type { Operation } from './operations.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const PROBLEM = 'application/problem+json';
/** The one thing that a read may be sorry for: it was asked to wait for what nobody wrote. */
const PATIENCE = 'view-behind';

/** What is wrong with an answer, by the document that tells of its operation; undefined where nothing is. */
export function whatIsWrong(operation: Operation, { status, headers, text }: Answer): string | undefined {
  const mediaType = headers.get('content-type')?.split(';')[0] ?? '';
  const body = mediaType.endsWith('json') ? parsed(text) : undefined;
  if (status >= 500 && codeOf(body) !== PATIENCE) return `a failure of ours: ${text.slice(0, 300)}`;
  if (!operation.statuses.includes(status)) return `the status ${status} is not documented: ${text.slice(0, 300)}`;
  if (headers.get('x-content-type-options') !== 'nosniff') return 'it lacks the headers that protect';
  if (status >= 400) {
    if (mediaType !== PROBLEM) return `an error came as ${mediaType}, and not as a problem document`;
    const refused = codeOf(body);
    if (statusIn(body) !== status) return 'the problem document names another status than its answer';
    if (isRefusal(body) && operation.refusals && !operation.refusals.includes(refused)) return `the refusal "${refused}" is not documented`;
  }
  if (!mediaType.endsWith('json')) return undefined;
  const shape = operation.shapeOf(status, mediaType);
  if (!shape) return `the document gives no shape to ${mediaType} with status ${status}`;
  if (shape(body)) return undefined;
  const [error] = shape.errors ?? [];
  return `the body is not of its shape: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const member = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
const codeOf = (body: unknown): string => String(member(body, 'code'));
const statusIn = (body: unknown): unknown => member(body, 'status');
/** A refusal of a rule says what it rests on. */
const isRefusal = (body: unknown): boolean => member(body, 'details') !== undefined;
