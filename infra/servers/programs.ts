import { spawn } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { setPriority, constants as system } from 'node:os';
import { delimiter, join } from 'node:path';

/** The full path of a program on PATH, or undefined. */
export function onPath(program: string, path = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly onLine?: (line: string) => void;
  /** Gives way to whatever else wants the cores, for long work that nobody waits for before all else. */
  readonly givesWay?: boolean;
  /** Ends it, with all that it started. */
  readonly signal?: AbortSignal;
}

/** Runs a program to its end, in a process group of its own. `output` is both streams; a program that cannot be started has code 127. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env, user, onLine, givesWay = false, signal }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    if (givesWay && child.pid !== undefined) giveWay(child.pid);
    let output = '';
    let rest = '';
    const take = (chunk: string) => {
      output += chunk;
      if (!onLine) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    };
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It ended by itself.
      }
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', ({ message }) => resolve({ code: 127, output: message }));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 1, output });
    });
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}

/** The least priority for a process and for what it starts. Linux shares its cores among sessions first (sched_autogroup), where that of a process counts within its own alone. */
function giveWay(pid: number): void {
  setPriority(pid, system.priority.PRIORITY_LOW);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, '19');
  } catch {
    // Another system, or a Linux without it: the priority of the process is all there is.
  }
}
