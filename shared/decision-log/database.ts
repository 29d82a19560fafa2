import pg from 'pg';
import { InvalidAppend, LogUnavailable, UnsafeDatabase } from './errors.ts';

/** Where the log reports what an operator should know of; a pino logger will do. */
export interface LogReporter {
  readonly warn: (fields: object, message: string) => void;
}

/** A connection that does not answer for so long is given up: a lost network gives no other sign. */
export const ANSWER_WITHIN_MS = 30_000;
const CONNECT_WITHIN_MS = 5_000;

/** Positions are whole numbers well below 2^53, so that int8 is read as a number. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

const connection = (url: string, name: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  connectionTimeoutMillis: CONNECT_WITHIN_MS,
  keepAlive: true,
  types,
});

/** The connections that appends and reads share. A connection that is lost while nobody uses it is reported and replaced. */
export function poolOf(url: string, size: number, reporter: LogReporter): pg.Pool {
  const pool = new pg.Pool({ ...connection(url, 'jalon decision log'), query_timeout: ANSWER_WITHIN_MS, max: size });
  pool.on('error', (err) => reporter.warn({ err }, 'an idle connection to the decision log was lost'));
  return pool;
}

/** A connection of its own, for what holds a lock or reads for long. Without `answerWithinMs` a query may take as long as it needs. */
export function clientOf(url: string, name: string, answerWithinMs?: number): pg.Client {
  return new pg.Client({ ...connection(url, name), ...(answerWithinMs !== undefined && { query_timeout: answerWithinMs }) });
}

/** SQLSTATE classes and codes that pass by themselves: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const passing = /^(08|40|53|55|57|58|25006|XX)/;
/** The role lacks rights, or the schema is not the one that this version knows. */
const unfit = /^(42|3F|3D|28)/;

/** Says of an error from PostgreSQL or its driver what the caller can do about it. */
export function asLogError(error: unknown): Error {
  if (error instanceof LogUnavailable || error instanceof UnsafeDatabase || error instanceof InvalidAppend) return error;
  if (error instanceof TypeError || error instanceof SyntaxError) return error; // a mistake of ours, which no further try mends
  const message = error instanceof Error ? error.message || String(error) : String(error);
  if (!(error instanceof pg.DatabaseError) || error.code === undefined || passing.test(error.code)) {
    return new LogUnavailable(`PostgreSQL did not answer (${message}): check that it runs and can be reached, then try again.`, { cause: error });
  }
  if (unfit.test(error.code)) {
    return new UnsafeDatabase(`PostgreSQL refuses this process (${message}): check its role and password, and run the migration of this version.`, {
      cause: error,
    });
  }
  return new InvalidAppend(`The log refuses what it was given (${message}).`, { cause: error });
}

/** Runs a query, and throws what `asLogError` makes of its error. */
export async function ask<Row extends pg.QueryResultRow>(database: pg.Pool | pg.Client, query: pg.QueryConfig): Promise<Row[]> {
  try {
    return (await database.query<Row>(query)).rows;
  } catch (error) {
    throw asLogError(error);
  }
}
