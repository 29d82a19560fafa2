import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ProcessRecord } from './server.ts';

const linux = process.platform === 'linux';
/** A start time counts from the boot on Linux: with the boot's id it is never repeated. */
const boot = linux ? readOrEmpty('/proc/sys/kernel/random/boot_id').trim() : '';

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** proc_pid_stat(5): the name stands in brackets and may hold anything; what follows it are the fields from the third on. */
function statOf(pid: number): { readonly name: string; readonly fields: readonly string[] } {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  const end = stat.lastIndexOf(')');
  return { name: stat.slice(stat.indexOf('(') + 1, end), fields: stat.slice(end + 2).split(' ') };
}

const ps = (format: string, pid: number): string[] =>
  (spawnSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim().split(/\s+/);

/** When the process started, as text to compare; undefined when there is none, or only its remains (a zombie). */
export function startTime(pid: number): string | undefined {
  if (!linux) {
    const [state = '', ...started] = ps('state=,lstart=', pid);
    return state === '' || state.startsWith('Z') ? undefined : started.join(' ');
  }
  const { fields } = statOf(pid);
  const [state, started] = [fields[0], fields[19]];
  return started === undefined || state === 'Z' ? undefined : `${boot}/${started}`;
}

/** Who started a process, and what it is called; undefined when it is gone. */
export function parentage(pid: number): { readonly name: string; readonly parent: number } | undefined {
  if (linux) {
    const { name, fields } = statOf(pid);
    return fields[1] === undefined ? undefined : { name, parent: Number(fields[1]) };
  }
  const [parent, name] = ps('ppid=,comm=', pid);
  return parent && name ? { name, parent: Number(parent) } : undefined;
}

/** Whether that very process runs still. */
export const isRunning = ({ pid, startedAt }: Pick<ProcessRecord, 'pid' | 'startedAt'>): boolean => startTime(pid) === startedAt;
