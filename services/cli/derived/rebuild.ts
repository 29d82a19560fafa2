import type { OpenedLog } from '@jalon/decision-log';
import { rebuild } from '@jalon/read-models';
import type { Configuration } from '@jalon/runtime';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';

/**
 * Makes the views again beside those that serve, and swaps them.
 * @throws {Failure} `bad-configuration` where the owner's address of the database is not known
 */
export async function rebuildViews(
  log: OpenedLog,
  { ownerUrl }: Pick<Configuration, 'ownerUrl'>,
  onProgress: (done: number, all: number) => void,
): Promise<Answer> {
  if (!ownerUrl) {
    throw new Failure('bad-configuration', 'JALON_DATABASE_OWNER_URL is not set: new views are made by the owner of the database (jalon_owner).');
  }
  const decisions = await rebuild({ ownerUrl, log, onProgress });
  return { lines: [`The views were made again from ${decisions} decisions.`], data: { decisions } };
}
