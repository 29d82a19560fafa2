import type { Actor, Call, Organisation, Programme } from '@jalon/domain';

/** Whether somebody may do something to a thing, as the log has that thing. */
export interface Question {
  readonly tenant: string;
  readonly actor: Actor;
  /** `<kind>/<command>` for a command, such as `project/submit-review`; `<kind>/read` for a read; `journal/read` for the audit journal. */
  readonly action: string;
  /** The kind of the thing: a kind of stream, or `journal`. */
  readonly kind: string;
  /** The id of the thing; the tenant for its journal. */
  readonly id: string;
  /** The folded state of the thing. */
  readonly state: unknown;
  /** What else was read, each at a version that the append checks. */
  readonly known: { readonly authority?: Organisation; readonly programme?: Programme; readonly call?: Call };
  /** The instant as of which it is asked (ISO 8601): roles have last days. */
  readonly at: string;
  /** Of a service account: what its token asks for. */
  readonly scopes?: readonly string[];
  /** The data of a command. */
  readonly data?: unknown;
}

export interface Verdict {
  readonly allowed: boolean;
  /** The ids of the policies that decided: those that permit, or those that forbid; none where no policy speaks. */
  readonly policies: readonly string[];
}

export type Authorise = (question: Question) => Verdict;
