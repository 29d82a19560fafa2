import type { LoggedDecision } from '@jalon/decision-log';

/** How far a batch takes its consumer in the source that it came from. */
export interface Progress {
  /** A source that counts by itself: `kafka:<topic>/<partition>` or `log:<tenant>`. */
  readonly source: string;
  /** Where it goes on after this batch. */
  readonly next: number;
}

/** A group that is fed with every decision: in order within a stream, at least once. */
export interface Consumer {
  /** One process of a group takes a stream at a time; each group gets everything. A new group begins with the first decision. */
  readonly group: string;
  /** The next batch waits until it resolves. A throw is tried again, with growing delay, until it succeeds or the consumption is stopped. */
  readonly handle: (batch: readonly LoggedDecision[], progress: Progress) => Promise<void>;
  /** Where the consumer itself has noted, with its effect, that it goes on in a source. The bus begins there or earlier. */
  readonly noted: (source: string) => Promise<number | undefined>;
}

export interface Consumption {
  /** Ends it after the batch in hand. */
  stop(): Promise<void>;
}

/** What carries decisions from the log to those who follow it. */
export interface EventBus {
  /**
   * Sends decisions in the order given; resolves once all of them are safe.
   * @throws {BusUnavailable} when they are not; some may have arrived, so the same batch has to be sent again
   */
  publish(batch: readonly LoggedDecision[]): Promise<void>;
  consume(consumer: Consumer): Consumption;
  /** Gives up what is under way and lets go of connections. */
  close(): Promise<void>;
}

/** The bus did not take a batch. The log has it, so nothing is lost: it is sent again. */
export class BusUnavailable extends Error {
  readonly code = 'bus-unavailable';
  readonly retryable = true;
}
