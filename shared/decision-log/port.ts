import type { Actor } from '@jalon/domain';

/** One decision to be appended. */
export interface NewDecision {
  /** UUID v7, made by whoever appends. */
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly shapeVersion: number;
  readonly data: unknown;
}

/** The decisions of one command: all of them are recorded, or none. */
export interface Append {
  readonly tenant: string;
  /**
   * `id` says who asked: `person:<id>:<key>`, `process:…`, `service:…`, `import:…`. `inputText` is what was asked, as canonical
   * text (RFC 8785: `canonicalText` makes it); `inputHash` is what sameness is judged by (32 bytes).
   */
  readonly command: { readonly id: string; readonly name: string; readonly inputText: string; readonly inputHash: Uint8Array };
  readonly actor: Actor;
  /** Ids of the policies that allowed it. */
  readonly authorisation: readonly string[];
  readonly policyVersion?: number;
  readonly ruleVersion: number;
  /** When it took effect (ISO 8601); never after the instant it is recorded. */
  readonly occurredAt: string;
  /** A correction: may take effect before the last decision of its stream. */
  readonly retroactive?: boolean;
  readonly causation?: string;
  readonly correlation?: string;
  /** The version that each written stream has to be at (0 = must not exist yet), or `any` for a register. */
  readonly expected: Readonly<Record<string, number | 'any'>>;
  /** The version of every other stream that authorisation or the rule read. */
  readonly consulted: Readonly<Record<string, number>>;
  readonly decisions: readonly NewDecision[];
}

/** Where a decision stands in the log. */
export interface Recorded {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** Position of the decision within its stream, from 1. */
  readonly version: number;
  /** Position within the tenant's log, from 1, dense, in commit order. */
  readonly position: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export type Appended =
  /** `repeated`: this command id was recorded before with the same input; these are its first decisions. */
  | { readonly status: 'appended' | 'repeated'; readonly decisions: readonly Recorded[] }
  /** This command id was recorded before with another input. */
  | { readonly status: 'reused' }
  /** Something moved since it was read: the present version of every stream named in the append. */
  | { readonly status: 'conflict'; readonly heads: Readonly<Record<string, number>> }
  /** It would take effect before the last decision of a stream (and is no correction), or after now: it may from `earliest` to `latest`. */
  | { readonly status: 'out-of-order'; readonly stream: string; readonly earliest: string; readonly latest: string };

/** A decision as the log holds it. `envelope` and `dataText` are the stored canonical texts (RFC 8785). */
export interface LoggedDecision extends Recorded {
  readonly tenant: string;
  readonly shapeVersion: number;
  readonly data: unknown;
  /** The command's input, on the first decision of a command only. */
  readonly input?: unknown;
  readonly command: { readonly id: string; readonly name: string };
  readonly actor: Actor;
  readonly authorisation: readonly string[];
  readonly policyVersion?: number;
  readonly ruleVersion: number;
  readonly causation?: string;
  readonly correlation?: string;
  /** Names the life of the log: a restore that lost decisions starts a new one. */
  readonly incarnation: string;
  /** `sha256:<hex>` of salt ‖ data text. */
  readonly dataDigest: string;
  readonly envelope: string;
  readonly dataText: string;
}

/** State(known K, effect T): only decisions recorded at or before `knownAt` that took effect at or before `effectAt`. */
export interface AsOf {
  readonly knownAt?: string;
  readonly effectAt?: string;
}

/** A stream as of an instant: how many of its decisions count, and the version of the last of them. Within one stream the two name what is folded. */
export interface Standing {
  readonly stream: string;
  readonly version: number;
  readonly decisions: number;
}

/** Streams by name, or those of a prefix in order, after one of them. */
export type Which = { readonly streams: readonly string[] } | { readonly prefix: string; readonly after: string; readonly limit: number };

export interface Subscription {
  /** Ends it after the batch in hand; resolves once the leader lock is given back. */
  stop(): Promise<void>;
}

export interface Subscribe {
  /** Names the checkpoint; one process at a time leads a name, the others stand by. */
  readonly name: string;
  /** Called with decisions of one tenant in order of position, at least once; the checkpoint moves after it resolves. A throw is retried with backoff. */
  readonly handle: (batch: readonly LoggedDecision[], tenant: string) => Promise<void>;
  readonly batchSize?: number;
  /** Where a name without a checkpoint begins. */
  readonly from?: 'beginning' | 'end';
}

export interface DecisionLog {
  append(append: Append): Promise<Appended>;
  /** The first answer to a command id, if there was one. Concurrent calls are answered by one query. */
  findCommand(tenant: string, commandId: string): Promise<{ readonly inputHash: Uint8Array; readonly decisions: readonly Recorded[] } | undefined>;
  /** Present versions; a stream that does not exist is at 0. Concurrent calls are answered by one query. */
  heads(tenant: string, streams: readonly string[]): Promise<Readonly<Record<string, number>>>;
  /** A stream's decisions after a version, oldest first. */
  readStream(
    tenant: string,
    stream: string,
    options?: AsOf & { readonly after?: number; readonly upTo?: number },
  ): Promise<readonly LoggedDecision[]>;
  /** How these streams stood as of an instant, in order of name; those that had no decision yet are not among them. */
  standing(tenant: string, which: Which, asOf: AsOf): Promise<readonly Standing[]>;
  /** A page of the tenant's log after a position, oldest first. */
  readLog(tenant: string, options: AsOf & { readonly after: number; readonly limit: number }): Promise<readonly LoggedDecision[]>;
  /** The whole log of a tenant by COPY, in order of position, in batches. */
  readAll(tenant: string, after?: number): AsyncIterable<readonly LoggedDecision[]>;
  /** The streams of a tenant whose names begin so, with their versions. */
  streams(tenant: string, prefix: string): Promise<Readonly<Record<string, number>>>;
  tenants(): Promise<readonly { readonly tenant: string; readonly head: number; readonly incarnation: string }[]>;
  /** Says that a history is being brought in. Until it has ended, also over a stop, the process takes no step in the tenant: it would act on half of it. */
  beginImport(tenant: string, name: string): Promise<void>;
  endImport(tenant: string, name: string): Promise<void>;
  /** The imports that have begun and not ended. */
  imports(): Promise<readonly { readonly tenant: string; readonly name: string }[]>;
  subscribe(subscription: Subscribe): Subscription;
  /** How far each subscription has come, for `/readyz`: decisions behind the head and the age of the oldest of them, in milliseconds. */
  lags(): Promise<
    readonly { readonly name: string; readonly tenant: string; readonly position: number; readonly behind: number; readonly ageMs: number }[]
  >;
  /** Moves a subscription back, so that what hangs on it is fed again from there (`jalon republish`, `jalon rehydrate`). */
  rewind(name: string, tenant: string, position: number): Promise<void>;
}
