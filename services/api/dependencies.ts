import type { Authorise } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import type { ObjectStore } from '@jalon/object-store';
import type { Clock, Configuration, Logger } from '@jalon/runtime';
import type { Pool } from 'pg';
import type { VerifyToken } from './identity/account.ts';

/** What the HTTP edge works with; composed in `main.ts`. */
export interface Dependencies {
  readonly handle: CommandHandler['handle'];
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly authorise: Authorise;
  readonly log: Pick<DecisionLog, 'lags' | 'imports' | 'streams' | 'tenants' | 'readLog' | 'readStream'>;
  /** The bytes of attachments. */
  readonly objects: ObjectStore;
  /** Connections to the database of the views. */
  readonly views: Pool;
  readonly verifyToken: VerifyToken;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly configuration: Pick<Configuration, 'temporal' | 'kafka'> & {
    readonly http: Pick<Configuration['http'], 'publicUrl' | 'requestsPerMinute'>;
  };
}
