/** How the process ends: the thing asked failed or was refused, or it was asked or configured wrongly. */
export type ExitCode = 1 | 2;

export type FailureCode =
  | 'wrong-usage'
  | 'no-running-jalon'
  | 'bad-configuration'
  | 'bad-import'
  | 'refused'
  | 'unknown-stream'
  | 'unknown-funder'
  | 'tenant-not-named'
  | 'no-token'
  | 'out-of-reach'
  | 'unknown-decision'
  | 'not-sealed-yet'
  | 'not-verified'
  | 'journal-broken'
  | 'unknown-subject'
  | 'already-erased'
  | 'held';

/** What the person who typed the command has to know: one sentence that says what is wrong and what to do. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly exitCode: ExitCode;
  readonly retryable = false;
  /** What a program that reads `--json` gets beside the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.exitCode = code === 'wrong-usage' || code === 'no-running-jalon' || code === 'bad-configuration' || code === 'tenant-not-named' ? 2 : 1;
    this.details = details;
  }
}
