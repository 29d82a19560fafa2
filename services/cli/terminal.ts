/** Where a command speaks: answers on one side, errors and progress on the other, so that an answer can be piped. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly progress: (done: number, all: number) => void;
}

/** How often progress is written where the line cannot be written over. */
const EVERY = 200;

/** The terminal of this process. On a real one progress stays on its line. */
export function terminalOf({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Terminal {
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    progress(done, all) {
      if (stderr.isTTY) stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
      else if (done % EVERY === 0 || done === all) stderr.write(`${done} of ${all}\n`);
    },
  };
}
