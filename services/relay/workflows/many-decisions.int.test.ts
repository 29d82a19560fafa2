import { randomUUID } from 'node:crypto';
import { addToDay, dayOf } from '@jalon/domain';
import { samples } from '@jalon/domain/testing';
import { freshLog, until } from '@jalon/testing';
import { type Connected, connect, standing, tell, workflowIdOf } from '@jalon/workflows/client';
import { linesOfLog, linesOfWorkflows, owedOnStreams, quiet, Region, working } from '@jalon/workflows/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const { postgresUrl, temporalAddress } = inject('servers');
const PROJECT = 'project-repair';
const MILESTONES = 680;
const AT_ONCE = 2;

describe.skipIf(!temporalAddress)('a project with two thousand decisions', () => {
  let region: Region;
  let temporal: Connected;
  let taskQueue: string;
  let stopWorker: () => Promise<void>;
  const today = dayOf(new Date().toISOString(), 'Europe/Paris');
  const daysAgo = (days: number) => `${addToDay(today, `-P${days}D`)}T09:00:00Z`;
  const journey = () => temporal.client.workflow.getHandle(workflowIdOf('projectJourney', { tenant: region.tenant, stream: PROJECT }));

  beforeAll(async () => {
    quiet();
    region = new Region(await freshLog({ postgresUrl }));
    taskQueue = `test-${randomUUID()}`;
    temporal = connect({ address: temporalAddress!, namespace: 'default' });
    stopWorker = await working(temporalAddress!, taskQueue, region.door, region.fresh.log);
    await inConcept();
  });
  afterAll(async () => {
    for (const name of ['projectJourney', 'srlReviews'] as const)
      await temporal.client.workflow
        .getHandle(workflowIdOf(name, { tenant: region.tenant, stream: PROJECT }))
        .terminate()
        .catch(() => undefined);
    await stopWorker?.();
    await temporal?.close();
    await region?.fresh.drop();
  });

  it('has a journey that was told of each, began anew several times, and lost none', async () => {
    await lived();
    const version = await region.version(PROJECT);
    expect(version).toBeGreaterThan(2_000);
    await until('the journey is at the last version', async () => (await journey().query(standing)).version === version);
    const owed = (await owedOnStreams(region.fresh.log, region.door.loader(region.tenant), region.tenant)).filter(({ stream }) => stream === PROJECT);
    expect(await linesOfWorkflows(temporal.client, region.tenant, owed)).toEqual(linesOfLog(owed));
    expect(linesOfLog(owed).filter((line) => line.includes('report-milestone'))).toHaveLength(3);
    await until('its runs can be listed', async () => (await runsInConcept()) > 2);
  }, 150_000);

  /** Runs of the journey that ended by beginning anew, since it entered the phase and stayed there. */
  async function runsInConcept(): Promise<number> {
    const { count } = await temporal.client.workflow.count(`WorkflowId = "${journey().workflowId}" AND ExecutionStatus = "ContinuedAsNew"`);
    return count;
  }

  /** Milestones are agreed, reported and assessed, and the workflows told of each decision, several at a time. The last three are only agreed. */
  async function lived(): Promise<void> {
    const teller = { client: temporal.client, taskQueue, loader: region.door.loader };
    let telling: Promise<void>[] = [];
    const decided = async (path: string, input: object, of?: string): Promise<void> => {
      const { version } = await region.record(daysAgo(5), `project/repair/${path}`, input, of);
      const once = () => tell(teller, { tenant: region.tenant, stream: PROJECT }, { version });
      // A server that does not answer in time is told again, as the relay does.
      telling.push(once().catch(once));
      if (telling.length < AT_ONCE) return;
      await Promise.all(telling);
      telling = [];
    };
    for (let number = 1; number <= MILESTONES; number += 1) {
      const milestone = `trial-${number}`;
      await decided('agree-milestone', { milestone, title: 'Trials', expected: 'Observations.', dueOn: addToDay(today, `P${number}D`) });
      if (number > MILESTONES - 3) continue;
      await decided('report-milestone', { milestone, report: 'Done.' }, 'hanna');
      await decided('assess-milestone', { milestone, outcome: 'reached', evidence: 'A visit.' });
    }
    await Promise.all(telling);
  }

  /** In the concept phase since ten days, and told of as it is then. */
  async function inConcept(): Promise<void> {
    const record: Region['record'] = (...asked) => region.record(...asked);
    await region.founded(daysAgo(100));
    const call = { opensOn: addToDay(today, '-P90D'), closesOn: addToDay(today, '-P61D'), selectionOn: addToDay(today, '-P40D') };
    await region.called(daysAgo(95), call);
    await record(daysAgo(90), 'call/spring/open-call');
    await region.applied(daysAgo(80));
    await record(daysAgo(75), 'project/repair/assess-eligibility', { outcome: 'eligible', reasons: [] });
    for (const reviewer of ['ana', 'bob']) await record(daysAgo(70), 'project/repair/assign-reviewer', { reviewer });
    for (const reviewer of ['ana', 'bob']) await record(daysAgo(65), 'project/repair/submit-review', samples.reviewGiving(4), reviewer);
    await record(daysAgo(60), 'call/spring/close-call');
    await record(daysAgo(50), 'call/spring/conclude-selection');
    for (const funder of ['region', 'esf']) await record(daysAgo(40), 'project/repair/decide-funding', { funder, outcome: 'granted' });
    await record(daysAgo(20), 'project/repair/sign-agreement', { signedOn: addToDay(today, '-P20D'), parties: ['Région', 'Les Ateliers'] });
    await record(daysAgo(10), 'project/repair/enter-phase', { phase: 'concept' });
  }
});
