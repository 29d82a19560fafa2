import { authoriser } from '@jalon/authorisation';
import { type AgainOutcome, redecideAll } from '@jalon/evidence';
import type { TestServers } from '@jalon/infra/test-servers';
import { freshLog } from '@jalon/testing';
import { manyProjects, Region } from '@jalon/workflows/testing';

/** About how many decisions a project of `manyProjects` has, register and calls among them. */
const DECISIONS_A_PROJECT = 7;

export interface RedecidedFigures {
  readonly decisions: number;
  /** Decisions a second: read by COPY and looked at by nobody, and decided again, authorisation included. */
  readonly read: number;
  readonly redecided: number;
  /** Commands by what came of them. */
  readonly outcomes: Readonly<Record<AgainOutcome, number>>;
}

/** Makes projects in the stages that there are, until at least so many decisions stand in the log, and decides all of them again. */
export async function redecidedFigures({ postgresUrl }: TestServers, wanted: number): Promise<RedecidedFigures> {
  const fresh = await freshLog({ postgresUrl });
  try {
    const region = new Region(fresh);
    await manyProjects(region, Math.ceil(wanted / DECISIONS_A_PROJECT));
    const { tenant } = region;
    let decisions = 0;
    const read = await secondsOf(async () => {
      for await (const page of fresh.log.readAll(tenant)) decisions += page.length;
    });
    const outcomes: Record<AgainOutcome, number> = { agrees: 0, differs: 0, 'other-rule': 0, 'other-grounds': 0 };
    const redecided = await secondsOf(async () => {
      for await (const { outcome } of redecideAll(fresh.log, { tenant, authorise: authoriser() })) outcomes[outcome] += 1;
    });
    return { decisions, read: decisions / read, redecided: decisions / redecided, outcomes };
  } finally {
    await fresh.drop();
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
