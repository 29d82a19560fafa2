import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The latest checkpoint of each log, kept outside the database: whoever changes the database and seals it again cannot change these with it. */
export interface OutsideCopies {
  /** The note as it was written; undefined where there is none yet. */
  read(origin: string): Promise<string | undefined>;
  write(origin: string, note: string): Promise<void>;
}

/** Copies in a folder, a file a log. Keep it on another disk than the database, and back it up. */
export function copiesIn(folder: string): OutsideCopies {
  const path = (origin: string) => join(folder, `${encodeURIComponent(origin).replaceAll('.', '%2E')}.checkpoint`);
  return {
    async read(origin) {
      try {
        return await readFile(path(origin), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(origin, note) {
      const target = path(origin);
      await mkdir(folder, { recursive: true });
      await writeFile(`${target}.part`, note, { flush: true });
      await rename(`${target}.part`, target);
    },
  };
}
