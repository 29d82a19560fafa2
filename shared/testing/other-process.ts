import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Append, Appended } from '@jalon/decision-log';

interface Reply {
  readonly id: number;
  readonly appended?: Appended;
  readonly error?: string;
}

export interface OtherProcess {
  /** Appends as that process; rejects when it failed or was killed before it answered. */
  append(append: Append): Promise<Appended>;
  /** Ends it at once, whatever it is doing (SIGKILL). */
  kill(): Promise<void>;
}

/** A second process on the same log, as another replica of a service would be. */
export async function otherProcess(url: string): Promise<OtherProcess> {
  const child = fork(fileURLToPath(new URL('./appending-process.ts', import.meta.url)), [url], { serialization: 'advanced' });
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  const exited = once(child, 'exit');
  await Promise.race([once(child, 'message'), exited.then(() => Promise.reject(new Error('The other process did not start.')))]);
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  void exited.then(() => {
    for (const [id, settle] of waiting) settle({ id, error: 'The other process has ended.' });
  });
  return {
    append: (append) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, ({ appended, error }) => (appended ? resolve(appended) : reject(new Error(error))));
        child.send({ id, append }, (failed) => failed && reject(failed));
      }),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
