import { setTimeout as sleep } from 'node:timers/promises';
import { logOf, type RunningProcess, startProcess } from '../servers/process.ts';
import { type Following, lastLine, type Report, Unavailable } from '../servers/server.ts';
import { type Places, root } from './checkout.ts';

export interface Supervision extends Pick<Following, 'spawned'> {
  readonly places: Places;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Told when a service crashed and is started again. */
  readonly crashed: Report;
}

export interface Supervised {
  readonly name: string;
  /** How often it ended without being asked to. */
  readonly crashes: () => number;
  /** Its last words, from the log. */
  readonly lastWords: () => string;
}

/** A service that ran for this long is not one that cannot start. */
const steadyAfterMs = 60_000;
const longestWaitMs = 30_000;

/** Runs a script of the checkout as a process of its own until the signal, and starts it again when it crashes: after 1 s, then 2, 4 … up to 30. */
export async function supervise(
  name: string,
  script: string,
  { places, env, signal, crashed, spawned }: Supervision,
  args: readonly string[] = [],
): Promise<Supervised> {
  let crashes = 0;
  let running: RunningProcess;
  const start = () => startProcess({ name, command: process.execPath, args: [script, ...args], cwd: root, env, logFile: places.log(name), spawned });
  running = await start();
  const keep = async () => {
    for (let waitMs = 1_000; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const begun = performance.now();
      const { code, signal: by } = await running.ended;
      if (signal.aborted) return;
      crashes += 1;
      if (performance.now() - begun > steadyAfterMs) waitMs = 1_000;
      crashed(
        `${name} ended (${by ?? `code ${code}`}): ${lastWords(running)} It is started again in ${waitMs / 1000} s; its log is ${places.log(name)}`,
      );
      await sleep(waitMs, undefined, { signal });
      running = await start();
    }
  };
  void keep().catch((error: unknown) => {
    if (!signal.aborted) crashed(`${name} could not be started again: ${lastLine(String(error))}`);
  });
  return { name, crashes: () => crashes, lastWords: () => lastWords(running) };
}

/** What a log ends with, as a sentence: the message of its last JSON line, the error that Node died of, or the last line itself. */
export function lastWords({ logFile }: Pick<RunningProcess, 'logFile'>): string {
  const log = logOf({ logFile });
  const words = messageOf(lastLine(log)) ?? log.match(/^(?:\w+ )?\w*Error\b.*$/gm)?.at(-1) ?? lastLine(log);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function messageOf(line: string): string | undefined {
  try {
    const { err, msg } = JSON.parse(line) as { err?: { message?: string }; msg?: string };
    return [msg, err?.message].filter(Boolean).join(': ');
  } catch {
    return undefined;
  }
}

/**
 * Waits until the address answers 200.
 * @throws {Unavailable} when one of the services crashes again and again, or after the time allowed
 */
export async function untilAnswers(url: string, services: readonly Supervised[], signal: AbortSignal, allowedMs = 120_000): Promise<void> {
  const deadline = performance.now() + allowedMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    const failing = services.find(({ crashes }) => crashes() >= 3);
    if (failing) throw new Unavailable(`${failing.name} does not start: ${failing.lastWords()}`);
    if (performance.now() > deadline)
      throw new Unavailable(`${url} did not answer 200 within ${allowedMs / 1000} s${answer ? ` (it answers ${answer.status})` : ''}.`);
    await sleep(100, undefined, { signal });
  }
}
