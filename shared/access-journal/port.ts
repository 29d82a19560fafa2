import { Actor } from '@jalon/domain';
import { z } from 'zod';

/** One look at something confidential. */
export interface Access {
  readonly tenant: string;
  readonly who: Actor;
  readonly what: {
    /** What was read, by a name that stays: the operation of the API (`projects.reviews`), `what-if`, `history`. */
    readonly part: string;
    /** The stream of the thing that it is of, such as `project-insite`; absent for lists. */
    readonly thing?: string;
    /** What else tells which reading it was: ids, instants, figures that were tried. Nothing that was read, and no words that somebody searched for. */
    readonly more?: Readonly<Record<string, unknown>>;
  };
  /** Why it is written down: the reader is an auditor, what was read is confidential, or a trial that is recorded nowhere else. */
  readonly why: 'auditor' | 'confidential' | 'trial';
  /** The request that asked, as logs name it. */
  readonly request?: string;
}

export const AccessEntry = z.strictObject({
  number: z.int().min(1).describe('Its place in the tenant’s journal, from 1, without gaps.'),
  at: z.string(),
  who: Actor,
  what: z.strictObject({ part: z.string(), thing: z.string().optional(), more: z.record(z.string(), z.unknown()).optional() }),
  why: z.enum(['auditor', 'confidential', 'trial']),
  request: z.string().optional(),
});
export type AccessEntry = z.output<typeof AccessEntry>;

export interface AccessQuery {
  /** The id of the reader. */
  readonly who?: string;
  /** The stream of a thing. */
  readonly thing?: string;
  readonly part?: string;
  /** From an instant on, and before another (ISO 8601). */
  readonly from?: string;
  readonly until?: string;
  /** Only entries with a lower number: they come newest first. */
  readonly before?: number;
  readonly limit: number;
}

/** What is wrong with a chain, by the number of the first entry that does not fit. */
export interface Broken {
  readonly number: number;
  readonly what: 'missing' | 'changed';
}

export interface AccessJournal {
  /** Resolves once the access stands in the journal: show what was asked for only then. */
  record(access: Access): Promise<void>;
  /** Entries, newest first. */
  read(tenant: string, query: AccessQuery): Promise<readonly AccessEntry[]>;
  /** Works every hash out again. @returns how many entries there are, and where the chain is broken */
  check(tenant: string): Promise<{ readonly entries: number; readonly broken?: Broken }>;
}
