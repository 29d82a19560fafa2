/** What was wrong with one field of an input: its path in the input, and a sentence in the language in use. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A problem document (RFC 9457) as the API answers it; `detail` says in words what was wrong and what to do. */
interface Document {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly version?: number;
  readonly reference?: string;
}

/** What keeps a request from being answered as asked. `code` is the API's stable code, or `offline` / `unreadable` where no problem document came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: readonly FieldProblem[];
  /** The version that the thing is at now, where the one sent was stale. */
  readonly version: number | undefined;
  /** For whoever runs the service, where something broke. */
  readonly reference: string | undefined;
  /** Seconds to wait before trying again, as the answer told. */
  readonly retryAfter: number | undefined;

  constructor({ status, code, title, detail, errors, version, reference }: Document, retryAfter?: number) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = errors ?? [];
    this.version = version;
    this.reference = reference;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may be answered otherwise in a moment: nobody answered, the service is busy, or a view has not caught up. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503 || this.status === 502 || this.status === 504 || this.code === 'contended';
  }
}

/** No answer came: the network or the service is away. The words are those of the console, which shows them by code. */
export const offline = (): Problem => new Problem({ status: 0, code: 'offline', title: '', detail: '' });

/** The problem that an answer holds. */
export async function problemOf(response: Response): Promise<Problem> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  const document: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (isDocument(document)) return new Problem(document, retryAfter);
  return new Problem({ status: response.status, code: 'unreadable', title: '', detail: '' }, retryAfter);
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'status' in value;
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
