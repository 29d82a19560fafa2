import type { AccessJournal } from '@jalon/access-journal';
import type { Explain } from '@jalon/authorisation';
import type { DecisionLog } from '@jalon/decision-log';
import type { PastStates } from '@jalon/read-models';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { LookingBack } from './looking-back.ts';
import type { Seeing } from './seeing.ts';

/** A Fastify instance whose routes have the types of their zod shapes. */
export type TypedApp = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;

/** What the reads are made with. */
export interface Reads {
  readonly app: TypedApp;
  readonly views: Pool;
  readonly seeing: Seeing;
  readonly back: LookingBack;
  /** Tells in words why somebody may not. */
  readonly explain: Explain;
  /** Where trials are written down: they are recorded nowhere else. */
  readonly accesses: AccessJournal;
  /** The log, for what no state keeps. */
  readonly log: Pick<DecisionLog, 'streams' | 'readStream' | 'readLog' | 'findCommand' | 'standing'>;
  /** States of the past, folded once. */
  readonly states: PastStates;
}
