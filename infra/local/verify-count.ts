import { z } from 'zod';

/** What is read of Vitest's JSON report. */
const Report = z.object({
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What came of a run: a count for each test file, and what went wrong outside of any. */
export interface Outcome {
  readonly files: ReadonlyMap<string, Count>;
  /** 1 for a run that went wrong though no file says so: what did not pass is never counted as nothing. */
  readonly besides: number;
}

/** @param report Vitest's JSON report; undefined where it wrote none. A file that failed before its tests ran counts as one that failed. */
export function outcomeOf(exitCode: number, report: string | undefined): Outcome {
  const read = report === undefined ? undefined : Report.safeParse(JSON.parse(report));
  if (!read?.success) return { files: new Map(), besides: 1 };
  const files = new Map(
    read.data.testResults.map(({ name, status, assertionResults }) => {
      const having = (...wanted: string[]) => assertionResults.filter((test) => wanted.includes(test.status)).length;
      const failed = having('failed');
      const count = {
        passed: having('passed'),
        failed: status === 'failed' ? Math.max(failed, 1) : failed,
        skipped: having('pending', 'skipped', 'todo'),
      };
      return [name, count] as const;
    }),
  );
  return { files, besides: exitCode !== 0 && failedFiles({ files }).length === 0 ? 1 : 0 };
}

/** The paths of the files in which something failed. */
export function failedFiles({ files }: Pick<Outcome, 'files'>): readonly string[] {
  return [...files].filter(([, { failed }]) => failed > 0).map(([path]) => path);
}

/** A run whose failed files were run once more, from their start: of those, the second result is the one that counts. */
export function triedAgain(first: Outcome, second: Outcome): Outcome {
  return { files: new Map([...first.files, ...second.files]), besides: first.besides + second.besides };
}

export function countOf({ files, besides }: Outcome): Count {
  const sum = (of: keyof Count) => [...files.values()].reduce((total, count) => total + count[of], 0);
  return { passed: sum('passed'), failed: sum('failed') + besides, skipped: sum('skipped') };
}
