import { authoriser } from '@jalon/authorisation';
import { type CommandHandler, createHandler, type Seal } from '@jalon/command-handling';
import { type LogReporter, type OpenedLog, openLog } from '@jalon/decision-log';
import { fileStore, type ObjectStore, openS3Store } from '@jalon/object-store';
import { type Configuration, newId, systemClock } from '@jalon/runtime';
import { Pool } from 'pg';

/** The one door to the log. Without `seal` it records no personal data. */
export const doorOf = (log: OpenedLog, commandKey: string, seal?: Seal): CommandHandler =>
  createHandler({ log, authorise: authoriser(), clock: systemClock, newId, commandKey, ...(seal && { seal }) });

/** Where the services find the bytes of attachments, for one piece of work. */
export async function withStore<Result>({ s3, folder }: Configuration['objects'], work: (objects: ObjectStore) => Promise<Result>): Promise<Result> {
  if (!s3) return work(fileStore(folder));
  const bucket = await openS3Store(s3);
  try {
    return await work(bucket);
  } finally {
    bucket.close();
  }
}

/** Opens the decision log for one piece of work, and closes it whatever comes of it. */
export async function withLog<Result>(
  { databaseUrl }: Pick<Configuration, 'databaseUrl'>,
  reporter: LogReporter,
  work: (log: OpenedLog) => Promise<Result>,
): Promise<Result> {
  const log = await openLog({ url: databaseUrl, clock: systemClock, reporter });
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

/** Connections for one piece of work beside the log's own. */
export async function withPool<Result>(connectionString: string, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = new Pool({ connectionString, max: 2, application_name: 'jalon' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
