/** Told what a start is doing, for people: "compiling, 312 packages". */
export type Report = (message: string) => void;

/** How a start is followed from outside. */
export interface Following {
  readonly report: Report;
  /** Told of each process as soon as it exists, so that whoever started it can end it whatever happens next. */
  readonly spawned?: ((process: ProcessRecord) => void) | undefined;
  /** Breaks off what takes long: a download, a build. */
  readonly signal?: AbortSignal | undefined;
}

/** A server found or started. `stop` ends it only when we started it. */
export interface Server {
  readonly name: string;
  readonly how: 'environment' | 'container' | 'process';
  /** host:port */
  readonly address: string;
  /** Processes of this machine that belong to it: empty for a container and for a server that was there already. */
  readonly processes: readonly ProcessRecord[];
  stop(): Promise<void>;
}

/** What identifies a process for good: an id comes back, an id with its start time does not. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly startedAt: string;
  /** The signal that ends it in order. */
  readonly stopSignal: NodeJS.Signals;
}

/** This machine cannot have that server. The message is one sentence for people, with the remedy. */
export class Unavailable extends Error {
  readonly code = 'server-unavailable';
  readonly retryable = false;
}

/** A server that was there already: it is used, and never stopped. */
export const existing = (name: string, address: string): Server => ({ name, how: 'environment', address, processes: [], stop: async () => {} });

/** The last words of a text: what a failed program said, fit for one sentence. */
export function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1)?.trim() ?? '';
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
