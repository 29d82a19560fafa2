import type { Logger } from '@jalon/runtime';
import { DefaultLogger, Runtime } from '@temporalio/worker';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;

/** Sends what the Temporal SDK logs through a logger of ours. Its news of itself are of no use to an operator: they are logged as `debug`. */
export function temporalLogsTo(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('DEBUG', ({ level, message, meta }) => logger[levels[level]]({ ...meta }, message)),
    shutdownSignals: [],
  });
}
