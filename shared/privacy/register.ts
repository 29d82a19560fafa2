import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An erasure, as it is noted outside the database. */
export interface Erasure {
  readonly tenant: string;
  readonly subject: string;
}

/** Who was erased, where no restored database can forget it. */
export interface ErasureRegister {
  /** Resolves once it is on the disk. */
  note(erasures: readonly Erasure[]): Promise<void>;
  all(): Promise<readonly Erasure[]>;
}

/** The register in a file: one JSON line an erasure, only ever appended to. */
export const registerIn = (file: string): ErasureRegister => ({
  async note(erasures) {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  },

  async all() {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').filter(Boolean).map(readLine(file));
  },
});

const readLine =
  (file: string) =>
  (line: string, index: number): Erasure => {
    try {
      const { tenant, subject }: Partial<Erasure> = JSON.parse(line);
      if (typeof tenant === 'string' && typeof subject === 'string') return { tenant, subject };
    } catch {}
    throw new Error(`Line ${index + 1} of ${file} is no erasure: bring the register back from its copy, since nobody may be served without it.`);
  };
