/** What a command answers: lines for people, and the same as data for `--json`. */
export interface Answer {
  readonly lines: readonly string[];
  readonly data: unknown;
}

/** Rows under their headings, columns as wide as they need to be. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [line(headings), ...rows.map(line)];
}

/** Told how many of how many are done. */
export type Progress = (done: number, all: number) => void;
