import { waitFor } from '@jalon/read-models';
import { DatabaseError, type Pool } from 'pg';
import { ProblemError } from '../problems/problem.ts';

/** How long a read waits for a view to take in what its reader has decided. */
const WAIT_MS = 5_000;
/** SQLSTATE classes that say what is wrong with a query of ours, not with the server. */
const OUR_MISTAKES = /^(?:0A|22|23|42)/;
/** The views are being made: their schema or a table of it is not there. */
const NOT_MADE = ['3F000', '42P01'];

/** Reads of the views, once they hold what `after` names. What keeps PostgreSQL from answering is told as such. */
export async function fromViews<Result>(
  pool: Pool,
  tenant: string,
  after: Readonly<Record<string, number>>,
  read: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  try {
    if (Object.keys(after).length > 0 && !(await waitFor(pool, tenant, after, WAIT_MS))) throw new ProblemError('view-behind');
    return await read(pool);
  } catch (error) {
    throw failureOf(error);
  }
}

/** What keeps PostgreSQL from answering, as the problem that is told; anything else as it is. */
export function failureOf(error: unknown): unknown {
  if (error instanceof ProblemError || error instanceof TypeError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (NOT_MADE.includes(code)) return new ProblemError('view-behind');
  const unanswered = error instanceof DatabaseError ? !OUR_MISTAKES.test(code) : code !== '' || /timeout|terminated/i.test(error.message);
  return unanswered ? new ProblemError('log-unavailable') : error;
}
