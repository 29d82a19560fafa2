/**
 * Ends the servers of a test run when the run is over, however it ended. It is a process of its own, in a group of its own, that reads what there is to end from
 * its standard input, one JSON line each, and acts when that closes: a killed test run closes it too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { stopProcess } from './process.ts';
import type { ProcessRecord } from './server.ts';

type ToEnd = { readonly process: ProcessRecord } | { readonly folder: string };

export interface Guard {
  /** Ends this process when the run is over. */
  readonly process: (record: ProcessRecord) => void;
  /** Removes this folder then, once the processes are gone. */
  readonly folder: (path: string) => void;
  /** The run is over: resolves when all is ended and removed. */
  readonly release: () => Promise<void>;
}

/** Starts a guard that outlives this process. */
export function startGuard(): Guard {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./guard.ts', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const tell = (what: ToEnd) => child.stdin.write(`${JSON.stringify(what)}\n`);
  return {
    process: ({ name, pid, startedAt, stopSignal }) => tell({ process: { name, pid, startedAt, stopSignal } }),
    folder: (folder) => tell({ folder }),
    release: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function guard(): Promise<void> {
  const told: ToEnd[] = [];
  for await (const line of createInterface({ input: process.stdin })) told.push(JSON.parse(line) as ToEnd);
  await Promise.all(told.map((one) => 'process' in one && stopProcess(one.process, 5_000)));
  for (const one of told) if ('folder' in one) rmSync(one.folder, { recursive: true, force: true });
}

if (import.meta.main) await guard();
