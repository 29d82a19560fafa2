import type { Recorded } from '@jalon/decision-log';
import type { Actor, Refusal } from '@jalon/domain';

/** A command as it comes through the one door, from whichever side: API, workflow or import. */
export interface Request {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** As received; the handler parses it by the command's shape. */
  readonly input: unknown;
  readonly actor: Actor;
  /** Of a service account: what its token asks for. */
  readonly scopes?: readonly string[];
  /** `person:<id>:<key>`, `process:…`, `service:…`, `import:…`: the same id is the same command. */
  readonly commandId: string;
  /** The version of the thing that the asker has seen; another one refuses. */
  readonly ifVersion?: number;
  /** When it takes effect, for process and import; a person's command takes effect now. */
  readonly occurredAt?: string;
  readonly causation?: string;
  readonly correlation?: string;
}

export type Answer =
  | { readonly status: 'recorded' | 'repeated'; readonly decisions: readonly Recorded[]; readonly version: number; readonly position: number }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  /** With the ids of the policies that forbid it; without any where none permits it. */
  | { readonly status: 'forbidden'; readonly policies?: readonly string[] }
  | { readonly status: 'unknown-command' | 'not-found' | 'already-exists' | 'key-reused' }
  | { readonly status: 'stale'; readonly version: number }
  | { readonly status: 'out-of-order'; readonly earliest: string }
  | { readonly status: 'contended' };

/** The one way in: recognise, authorise, decide, append. Operational errors (no database, unknown shape, wrong clock) are thrown. */
export type Handle = (request: Request) => Promise<Answer>;
