import { type Load, type Project, project } from '@jalon/domain';
import { listPortfolio, type PortfolioRow } from '@jalon/read-models';
import type { Pool } from 'pg';

/** A project of a programme: how it is listed, and as the log has it now. */
export interface ListedProject {
  readonly row: PortfolioRow;
  readonly state: Project;
}

const PAGE = 500;

/** The projects of a programme that have money agreed, found in the view and read from the log. */
export async function agreedProjects(pool: Pool, tenant: string, programme: string, load: Load): Promise<readonly ListedProject[]> {
  const found: ListedProject[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: readonly PortfolioRow[] = await listPortfolio(pool, tenant, { programme, after, limit: PAGE });
    const agreed = rows.filter((row) => row.agreed !== undefined);
    found.push(...(await Promise.all(agreed.map(async (row) => ({ row, state: await load(project, row.project) })))));
    after = rows.length < PAGE ? undefined : rows.at(-1)?.project;
  }
  return found;
}
