import { rmSync } from 'node:fs';
import { type Holder, self, takeLock, updateLock } from '../servers/lock.ts';
import { stopProcess } from '../servers/process.ts';
import { isRunning } from '../servers/process-table.ts';
import type { ProcessRecord, Server } from '../servers/server.ts';

export interface LockContent extends Holder {
  /** Where it can be reached, once it is ready. */
  readonly address?: string;
  readonly processes: readonly ProcessRecord[];
}

/** One run of the launcher: what it started, and how all of that is ended. */
export interface Launch {
  /** What an earlier launcher left running when it was killed. */
  readonly left: readonly ProcessRecord[];
  /** Aborted when the run is to end. */
  readonly signal: AbortSignal;
  /** Notes a process as soon as it exists: whatever happens, this run or the next ends it. */
  readonly spawned: (process: ProcessRecord) => void;
  /** Notes a server, which may be a container. */
  readonly server: (server: Server) => void;
  readonly reachableAt: (address: string) => void;
  /** The run is to end: what is under way breaks off. */
  readonly stop: () => void;
  /** Ends services in reverse order, then servers, and gives the lock back. */
  readonly end: () => Promise<void>;
  /** Ends everything at once. */
  readonly kill: () => void;
}

export type Beginning = { readonly begun: true; readonly launch: Launch } | { readonly begun: false; readonly holder: LockContent };

/** Begins a run, unless one is under way in this checkout. `services` are the names of the processes that end before the others. */
export function beginLaunch(lock: string, services: readonly string[]): Beginning {
  let content: LockContent = { ...self(), processes: [] };
  const taken = takeLock<LockContent>(lock, content);
  if (!taken.taken) return { begun: false, holder: taken.holder };
  const stopping = new AbortController();
  const servers: Server[] = [];
  const write = (next: Partial<LockContent>) => {
    content = { ...content, ...next };
    updateLock(lock, content);
  };
  const alive = () => content.processes.filter(isRunning);
  const isService = ({ name }: ProcessRecord) => services.includes(name);
  return {
    begun: true,
    launch: {
      left: taken.left?.processes?.filter(isRunning) ?? [],
      signal: stopping.signal,
      spawned: ({ name, pid, startedAt, stopSignal }) => write({ processes: [...alive(), { name, pid, startedAt, stopSignal }] }),
      server: (server) => servers.push(server),
      reachableAt: (address) => write({ address }),
      stop: () => stopping.abort(),
      end: async () => {
        stopping.abort();
        await Promise.all(
          alive()
            .filter(isService)
            .reverse()
            .map((process) => stopProcess(process)),
        );
        await Promise.all([
          ...alive().map((process) => stopProcess(process)),
          ...servers.filter(({ how }) => how === 'container').map((server) => server.stop()),
        ]);
        rmSync(lock, { force: true });
      },
      kill: () => {
        for (const { pid } of alive()) process.kill(-pid, 'SIGKILL');
        rmSync(lock, { force: true });
      },
    },
  };
}

/** Ends what an earlier launcher left: its services first. */
export async function endLeft(left: readonly ProcessRecord[], services: readonly string[]): Promise<void> {
  const isService = ({ name }: ProcessRecord) => services.includes(name);
  await Promise.all(left.filter(isService).map((process) => stopProcess(process)));
  await Promise.all(left.filter((process) => !isService(process)).map((process) => stopProcess(process)));
}
