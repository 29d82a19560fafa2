/** What became of the changes tried in one room. `ignored` are those in what a module does once when it is loaded: names, words, schemas. */
export interface Measured {
  readonly room: string;
  readonly killed: number;
  readonly survived: number;
  readonly ignored: number;
  readonly provedBy: readonly string[];
  /** How many of the room's files were measured, and how many it has. */
  readonly files?: readonly [measured: number, all: number];
  readonly on: string;
  /** Whether its rules or its tests are others since. */
  readonly changedSince?: boolean;
}

const percent = (killed: number, of: number) => (of === 0 ? '–' : ((100 * killed) / of).toFixed(1));

/** Says so where a room was measured in part. */
const partly = (files: Measured['files']) => (files && files[0] < files[1] ? ` (${files[0]} of ${files[1]} files)` : '');

/** The one table: a row a room, the overall score, and the rooms without a measure. */
export function table(measured: readonly Measured[], all: readonly string[]): string {
  const sum = (field: 'killed' | 'survived' | 'ignored') => measured.reduce((total, row) => total + row[field], 0);
  const row = (name: string, killed: number, survived: number, ignored: number, by: string) =>
    [
      name.padEnd(24),
      String(killed + survived).padStart(7),
      String(killed).padStart(7),
      percent(killed, killed + survived).padStart(7),
      String(ignored).padStart(7),
      by,
    ].join(' | ');
  const missing = all.filter((name) => !measured.some(({ room }) => room === name));
  return [
    `${'room'.padEnd(24)} | mutants |  killed | score % | ignored | by tests of`,
    ...measured
      .toSorted((a, b) => a.room.localeCompare(b.room))
      .map(({ room, killed, survived, ignored, provedBy, files, changedSince }) =>
        row(room, killed, survived, ignored, [room, ...provedBy].join(', ') + partly(files) + (changedSince ? ' (changed since)' : '')),
      ),
    row('all', sum('killed'), sum('survived'), sum('ignored'), `${measured.length} of ${all.length} rooms`),
    ...(missing.length > 0 ? [`Not measured: ${missing.join(', ')}`] : []),
  ].join('\n');
}
