import type pg from 'pg';
import { ask } from './database.ts';
import type { Appended, Recorded } from './port.ts';
import type { Prepared } from './prepare-append.ts';

/** A row of `decision_log.append`; streams stand as their place in the list that was sent. */
type Row =
  | { readonly status: 'appended'; readonly position: number; readonly recordedAt: string; readonly versions: readonly number[] }
  | { readonly status: 'repeated'; readonly decisions: readonly Recorded[] }
  | { readonly status: 'reused' }
  | { readonly status: 'conflict'; readonly versions: readonly number[] }
  | { readonly status: 'out-of-order'; readonly stream: number; readonly earliest: string; readonly latest: string };

/** What a command read and wrote: the streams and the versions that they have to be at, null for any. */
const readsOf = ({ append }: Prepared): readonly (readonly [string, number | null])[] =>
  [...Object.entries(append.expected), ...Object.entries(append.consulted)].map(([stream, version]) => [stream, version === 'any' ? null : version]);

/** Every stream of a group once, and the place of each in that list, from 1 as in SQL. */
function nameStreams(group: readonly Prepared[]): { readonly named: readonly string[]; readonly placeOf: (stream: string) => number } {
  const places = new Map<string, number>();
  for (const prepared of group) for (const [stream] of readsOf(prepared)) if (!places.has(stream)) places.set(stream, places.size + 1);
  return { named: [...places.keys()], placeOf: (stream) => places.get(stream) ?? 0 };
}

/** Appends a group of commands of one tenant in one call of the SQL function, which commits by itself. Throws what `asLogError` makes of an error. */
export async function sendGroup(pool: pg.Pool, tenant: string, group: readonly Prepared[]): Promise<readonly Appended[]> {
  const { named, placeOf } = nameStreams(group);
  const appends = group.map((prepared) => {
    const reads = readsOf(prepared);
    return {
      command: prepared.append.command.id,
      hash: prepared.inputHash,
      occurredAt: prepared.occurredAt,
      retroactive: prepared.append.retroactive ?? false,
      reads: reads.map(([stream]) => placeOf(stream)),
      versions: reads.map(([, version]) => version),
      writes: prepared.append.decisions.map(({ stream }) => placeOf(stream)),
      decisions: prepared.decisions,
    };
  });
  const rows = await ask<{ answer: Row }>(pool, {
    name: 'append',
    text: 'SELECT decision_log.append($1, $2, $3) AS answer',
    values: [tenant, named, JSON.stringify(appends)],
  });
  if (rows.length !== group.length) throw new Error(`The log answered ${rows.length} of ${group.length} appends.`);
  return rows.map(({ answer }, index) => answerOf(group[index]!, answer, named));
}

function answerOf(prepared: Prepared, row: Row, named: readonly string[]): Appended {
  switch (row.status) {
    case 'appended':
      return { status: 'appended', decisions: recordedOf(prepared, row.position, row.recordedAt, row.versions) };
    case 'conflict':
      return { status: 'conflict', heads: Object.fromEntries(readsOf(prepared).map(([stream], index) => [stream, row.versions[index] ?? 0])) };
    case 'out-of-order':
      return { ...row, stream: named[row.stream - 1] ?? '' };
    default:
      return row;
  }
}

function recordedOf({ append, occurredAt }: Prepared, first: number, recordedAt: string, versions: readonly number[]): readonly Recorded[] {
  return append.decisions.map(({ id, type, stream }, index) => {
    const version = versions[index];
    if (version === undefined) throw new Error(`The log gave no version to decision ${id}.`);
    return { id, type, stream, version, position: first + index, occurredAt, recordedAt };
  });
}
