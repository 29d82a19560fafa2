import type { TestServers } from '@jalon/infra/test-servers';
import { freshLog } from '@jalon/testing';
import { connect, rehydrate } from '@jalon/workflows/client';
import { linesOfLog, linesOfWorkflows, manyProjects, owedOnStreams, quiet, Region, working } from '@jalon/workflows/testing';

/** What came of starting every journey again from the log. */
export interface Rehydrated {
  readonly projects: number;
  readonly decisions: number;
  readonly obligations: number;
  /** Obligations that the log and the journeys do not tell alike. */
  readonly different: readonly string[];
  /** From the beginning until every journey was told, and until every one of them kept what it has to (ms). */
  readonly told: number;
  readonly kept: number;
}

/** Makes so many projects in the stages that there are, starts their journeys from the log, and compares what both say is owed. */
export async function rehydrated({ postgresUrl, temporalAddress }: TestServers, projects: number): Promise<Rehydrated> {
  if (!temporalAddress) throw new Error('Journeys need Temporal.');
  quiet();
  const fresh = await freshLog({ postgresUrl });
  const region = new Region(fresh);
  const { tenant, door } = region;
  await manyProjects(region, projects);
  const owed = await owedOnStreams(fresh.log, door.loader(tenant), tenant);
  const before = linesOfLog(owed);
  // While histories are imported the process waits, so that nothing is decided between before and after.
  await fresh.log.beginImport(tenant, 'comparison');
  const { client, close } = connect({ address: temporalAddress, namespace: 'default' });
  const stop = await working(temporalAddress, 'rehydration', door, fresh.log);
  try {
    const begun = performance.now();
    await rehydrate({ client, taskQueue: 'rehydration', namespace: 'default', tenant, log: fresh.log, loader: door.loader });
    const told = performance.now() - begun;
    const after = await linesOfWorkflows(client, tenant, owed);
    const kept = performance.now() - begun;
    const different = [...before.filter((line) => !after.includes(line)), ...after.filter((line) => !before.includes(line))];
    const [head] = await fresh.log.tenants();
    return { projects, decisions: head?.head ?? 0, obligations: before.length, different, told, kept };
  } finally {
    await stop();
    await close();
    await fresh.drop();
  }
}
