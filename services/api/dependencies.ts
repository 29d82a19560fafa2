import type { AccessJournal } from '@jalon/access-journal';
import type { Authorise, Explain } from '@jalon/authorisation';
import type { CommandHandler } from '@jalon/command-handling';
import type { DecisionLog } from '@jalon/decision-log';
import type { ObjectStore } from '@jalon/object-store';
import type { Privacy } from '@jalon/privacy';
import type { Clock, Configuration, Logger } from '@jalon/runtime';
import type { Accounts, Sessions } from '@jalon/sessions';
import type { Pool } from 'pg';
import type { Scan } from './attachments/scan/scan.ts';
import type { VerifyToken } from './identity/account.ts';
import type { Provider } from './identity/providers.ts';
import type { Times } from './protection/times.ts';

/** What the HTTP edge works with; composed in `main.ts`. */
export interface Dependencies {
  readonly handle: CommandHandler['handle'];
  readonly load: CommandHandler['load'];
  readonly loader: CommandHandler['loader'];
  readonly authorise: Authorise;
  /** Tells in words why somebody may or may not. */
  readonly explain: Explain;
  readonly log: Pick<DecisionLog, 'lags' | 'imports' | 'streams' | 'tenants' | 'readLog' | 'readStream' | 'findCommand' | 'standing'>;
  /** The bytes of attachments. */
  readonly objects: ObjectStore;
  /** Looks for malware in attachments; without it nobody does. */
  readonly scan?: Scan;
  /** Who read what confidential thing. */
  readonly accesses: AccessJournal;
  /** Opens personal data for whoever may see it. */
  readonly privacy: Pick<Privacy, 'open'>;
  /** Connections to the database of the views. */
  readonly views: Pool;
  readonly verifyToken: VerifyToken;
  /** Where people sign in with a browser, and who did. */
  readonly providers: readonly Provider[];
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  /** Where the built console is; without it the API stands alone. */
  readonly consoleFolder?: string;
  /** How slow clients may be, where that is not as usual. */
  readonly times?: Times;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly configuration: Pick<Configuration, 'temporal' | 'kafka'> & {
    readonly http: Pick<Configuration['http'], 'publicUrl' | 'requestsPerMinute' | 'trustedProxies'>;
  };
}
