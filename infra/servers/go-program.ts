import { join } from 'node:path';
import { cached } from './cache.ts';
import { onPath, run } from './programs.ts';
import { type Following, lastLine, Unavailable } from './server.ts';

export interface GoProgram {
  /** What it is called in what people read. */
  readonly title: string;
  /** Path below the cache folder; the version stands in it, as does the platform. */
  readonly name: string;
  /** The folder with the go.mod and go.sum that pin all that it is made of. */
  readonly module: string;
  /** The package of its `main`. */
  readonly main: string;
  /** What to do where it cannot be had, as the end of a sentence. */
  readonly remedy: string;
}

/**
 * The path of a program built from source by Go, once a machine: it is kept in the user's cache.
 * @throws {Unavailable} without Go, or where the modules cannot be fetched
 */
export async function goProgram({ title, name, module, main, remedy }: GoProgram, { report, signal }: Following): Promise<string> {
  const make = async (folder: string) => {
    const go = onPath('go');
    if (!go) throw new Unavailable(`${title} cannot be built on this machine, for it has no Go: ${remedy}.`);
    report(`building ${title} from source, once`);
    const { code, output } = await run(go, ['build', '-trimpath', '-ldflags', '-s -w', '-o', join(folder, 'program'), main], {
      cwd: module,
      env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=readonly' },
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    if (code !== 0)
      throw new Unavailable(`${title} could not be built (${lastLine(output)}): see that the network is there and try again, or ${remedy}.`);
  };
  const whole = async (folder: string) => (await run(join(folder, 'program'), ['--version'])).code === 0;
  return join(await cached({ name: `${name}/${process.platform}-${process.arch}`, whole, make, report, signal }), 'program');
}
