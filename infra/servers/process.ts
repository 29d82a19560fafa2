import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, startTime } from './process-table.ts';
import { type Following, lastLine, type ProcessRecord, Unavailable } from './server.ts';

export interface ProcessToStart {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Runs as this user; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly stopSignal?: NodeJS.Signals;
  readonly spawned?: Following['spawned'];
}

export interface RunningProcess extends ProcessRecord {
  readonly logFile: string;
  readonly child: ChildProcess;
  /** Resolves when it has ended, with what it ended with. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Opens a new log, and keeps the one of the time before beside it. */
function openLog(logFile: string): number {
  mkdirSync(dirname(logFile), { recursive: true });
  try {
    renameSync(logFile, `${logFile}.before`);
  } catch {
    // There was none.
  }
  return openSync(logFile, 'a');
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches the launcher alone, which then stops things in order.
 * @throws {Unavailable} when the program cannot be started
 */
export async function startProcess(what: ProcessToStart): Promise<RunningProcess> {
  const { name, command, args, logFile, env = process.env, cwd = '/', user, stopSignal = 'SIGTERM' } = what;
  const log = openLog(logFile);
  try {
    const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', log, log], ...user });
    const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', ({ message }) => reject(new Unavailable(`${name} could not be started (${message}).`)));
    });
    const pid = child.pid!;
    const record = { name, pid, startedAt: startTime(pid) ?? '', stopSignal };
    what.spawned?.(record);
    return { ...record, logFile, child, ended };
  } finally {
    closeSync(log);
  }
}

/** What a program wrote so far; empty when it has no log. */
export function logOf({ logFile }: Pick<RunningProcess, 'logFile'>): string {
  try {
    return readFileSync(logFile, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Waits until the probe says true, asking every 100 ms; a probe that throws says no.
 * @throws {Unavailable} with the program's last words when it ends first, or after the time allowed; it is stopped then
 */
export async function untilReady(running: RunningProcess, probe: () => Promise<boolean> | boolean, allowedMs = 60_000): Promise<void> {
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  const deadline = performance.now() + allowedMs;
  for (;;) {
    if (
      await Promise.resolve()
        .then(probe)
        .catch(() => false)
    )
      return;
    if (over) throw new Unavailable(`${running.name} ended as it started: ${lastLine(logOf(running))} (its log: ${running.logFile})`);
    if (performance.now() > deadline) break;
    await sleep(100);
  }
  await stopProcess(running);
  throw new Unavailable(`${running.name} was not ready after ${Math.round(allowedMs / 1000)} s; its log is ${running.logFile}`);
}

/** Ends a process in order, after the grace by force, and then what is left of its group. Only that very process: an id taken over by another one is left alone. */
export async function stopProcess(record: ProcessRecord, graceMs = 15_000): Promise<void> {
  const signal = (pid: number, name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It is gone already.
    }
  };
  if (!isRunning(record)) return;
  signal(record.pid, record.stopSignal);
  const deadline = performance.now() + graceMs;
  while (isRunning(record)) {
    if (performance.now() > deadline) {
      signal(-record.pid, 'SIGKILL');
      signal(record.pid, 'SIGKILL');
    }
    await sleep(50);
  }
  // What it had started and not ended has nobody to answer to any more.
  signal(-record.pid, 'SIGKILL');
}
