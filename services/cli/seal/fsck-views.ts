import type { OpenedLog } from '@jalon/decision-log';
import { compareViews, viewLag } from '@jalon/read-models';
import type { Pool } from 'pg';
import { type Checked, EVERY } from './checked.ts';

/** Makes every view again beside the ones that serve, and compares them row by row. They are of all tenants at once. */
export async function checkViews(log: OpenedLog, pool: Pool, ownerUrl: string | undefined): Promise<Checked> {
  const of = { part: 'views', tenant: EVERY } as const;
  if (ownerUrl === undefined)
    return { ...of, looked: 'not compared: JALON_DATABASE_OWNER_URL is not set, and views are made by the owner of the database', wrong: [] };
  const behind = (await viewLag(pool, log)).reduce((sum, lag) => sum + lag.behind, 0);
  if (behind > 0) {
    return {
      ...of,
      looked: 'not compared',
      wrong: [`The views are ${behind} decisions behind: see that the projector runs, and check again when it has caught up.`],
    };
  }
  const compared = await compareViews(ownerUrl, log);
  const wrong = compared
    .filter(({ different }) => different > 0)
    .map(
      ({ view, different }) =>
        `${different} rows of ${view} are not what the log gives: \`jalon rebuild\` makes them again, unless they are still being written.`,
    );
  return { ...of, looked: `${compared.reduce((sum, { rows }) => sum + rows, 0)} rows of ${compared.length} views are what the log gives`, wrong };
}
