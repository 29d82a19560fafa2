/**
 * PostgreSQL cannot be reached, is restarting, or did not answer in time. Of an append this means that its outcome is unknown: the same command may be sent
 * again, and is recorded once. Answer 503.
 */
export class LogUnavailable extends Error {
  readonly code = 'log-unavailable';
  readonly retryable = true;
}

/** The database may not be trusted with decisions, or does not fit this version of Jalon; the message says what to change. */
export class UnsafeDatabase extends Error {
  readonly code = 'unsafe-database';
  readonly retryable = false;
}

/** The clocks of this process and of PostgreSQL differ too much for it to decide anything. It is looked at again before each further append. */
export class WrongClock extends Error {
  readonly code = 'wrong-clock';
  readonly retryable = true;
}

/** What was to be appended cannot be recorded: it is no JSON, it contradicts itself, or the log holds one of its ids already. A mistake of the caller. */
export class InvalidAppend extends Error {
  readonly code = 'invalid-append';
  readonly retryable = false;
}

/** The decisions of a command hold more text than the log takes; answer 413. */
export class DecisionTooLarge extends Error {
  readonly code = 'decision-too-large';
  readonly retryable = false;
}
