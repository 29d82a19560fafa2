import { createRequire } from 'node:module';
import type { Logger } from '@jalon/runtime';
import { Kafka, type LogEntry, logLevel } from 'kafkajs';

/** One try of a request, with its retries, takes about ten seconds; whoever asked then begins anew with a fresh connection, for ever. */
export const RETRY = { initialRetryTime: 200, maxRetryTime: 3_000, multiplier: 2, factor: 0.2, retries: 6 } as const;

/** The part of kafkajs' request queue that is replaced below. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const CHECK_PENDING_MS = 10;

/**
 * kafkajs 2.2.4 sets itself a timer of -1 ms after every response, whether or not a request waits: it spins once a millisecond for as long as it is
 * connected, and Node warns of the negative time. This one sleeps when nothing waits, and never less than until the broker's throttling ends.
 */
function scheduleCheckPendingRequests(this: RequestQueue): void {
  if (this.pending.length === 0 || this.throttleCheckTimeoutId) return;
  const throttledMs = this.throttledUntil - Date.now();
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    throttledMs > 0 ? throttledMs : CHECK_PENDING_MS,
  );
}

const require = createRequire(import.meta.url);
const queue: { readonly prototype: RequestQueue } = require('kafkajs/src/network/requestQueue');
Object.assign(queue.prototype, { scheduleCheckPendingRequests });

/**
 * kafkajs logs what it will try again as errors (a coordinator that a fresh broker has not chosen yet, a broker that is restarting). Whoever uses it
 * says so itself when a whole try has failed; here these lines are for whoever looks for them.
 */
const toLogger = (logger: Logger) => () => (entry: LogEntry) => {
  const { message, timestamp: _timestamp, logger: _name, stack: _stack, ...rest } = entry.log;
  logger[entry.level === logLevel.DEBUG ? 'trace' : 'debug']({ ...rest, part: entry.namespace }, message);
};

/** A kafkajs client, made fit for Node 24 and quiet. It connects when used. */
export function kafkaClient(brokers: readonly string[], clientId: string, logger: Logger): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 5_000,
    retry: RETRY,
    logLevel: logLevel.WARN,
    logCreator: toLogger(logger),
  });
}
