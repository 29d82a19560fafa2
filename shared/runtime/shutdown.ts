import closeWithGrace from 'close-with-grace';
import type { Logger } from './logging.ts';

/** Ends one part of a service: stop listening, leave the consumer group, close the pool. */
export type Closer = () => unknown;

export interface Closing {
  /** Closes as a signal would, and ends the process. */
  readonly close: () => void;
}

/** How long a service may take to close before it is ended as it is. */
const graceMs = 10_000;
/** How often a service looks whether the launcher that started it is still there. */
const parentPollMs = 1_000;

/**
 * Runs the closers in the order given when the process is told to end, when an error escapes, or when the launcher named by JALON_PARENT_PID is gone,
 * then ends the process: code 0 after a signal, 1 after an error or when closing took over ten seconds. A closer that fails does not keep the next from running.
 */
export function closing(logger: Logger, ...closers: readonly Closer[]): Closing {
  const grace = closeWithGrace({ delay: graceMs, logger: { error: (message: unknown) => logger.error(message) } }, async ({ signal, err }) => {
    if (err) logger.fatal({ err }, 'closing after an error');
    else logger.info({ signal }, 'closing');
    for (const close of closers) {
      try {
        await close();
      } catch (error) {
        logger.error({ err: error }, 'a part did not close cleanly');
      }
    }
  });
  const parent = Number(process.env.JALON_PARENT_PID);
  if (parent > 0) whenGone(parent, () => grace.close());
  return grace;
}

/** Calls back once, when the process with this id no longer exists. */
export function whenGone(pid: number, then: () => void): void {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') return;
      clearInterval(timer);
      then();
    }
  }, parentPollMs);
  timer.unref();
}
