import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { clientOf } from '../system/client.ts';
import type { System } from '../system/system.ts';
import type { Measured } from './measure.ts';

/** The decision that is measured: a part of a draft application is revised. */
export const revision = {
  summary: 'Shared workshops where inhabitants repair what they own, run with the municipalities and two trade schools.',
  budget: { needs: [{ label: 'Staff', amount: 9_000_000 }], resources: [{ label: 'Own funds', amount: 2_000_000 }] },
  requested: 7_000_000,
};

const AT_ONCE = 64;

/** Starts so many draft applications to a call that takes them, some at once, each revised so many times. @returns their ids */
export async function draftApplications(system: System, call: string, count: number, revisions = 0): Promise<readonly string[]> {
  const holder = await clientOf(system, 'holder');
  const ids = Array.from({ length: count }, (_, index) => `draft-${count}-${index}`);
  const left = ids.values();
  const start = async () => {
    for (const id of left) {
      await holder.decide(`projects/${id}/start-application`, { call });
      for (let turn = 1; turn <= revisions; turn += 1) await holder.decide(`projects/${id}/revise-application`, { title: `Atelier ${id}, ${turn}` });
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, start));
  return ids;
}

/**
 * Decisions over HTTP with every check on: the token, the shape, Cedar, the rule, the versions, the durable append. Each client revises a draft of its own, again as
 * soon as it is answered. The load generator shares the machine.
 */
export async function decisionsOverHttp(system: System, projects: readonly string[], seconds: number): Promise<Measured> {
  const token = await system.token('holder');
  const run = randomUUID();
  let asked = 0;
  let next = 0;
  const body = JSON.stringify(revision);
  const result = await autocannon({
    url: system.url,
    connections: projects.length,
    duration: seconds,
    setupClient(client) {
      const project = projects[next % projects.length]!;
      next += 1;
      client.setHeaders({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
      const request = () => {
        asked += 1;
        return {
          method: 'POST' as const,
          path: `/v1/projects/${project}/revise-application`,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `${run}-${asked}` },
          body,
        };
      };
      client.setRequests([request()]);
      client.on('response', () => client.setRequests([request()]));
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`The bench was answered ${result.non2xx} times with an error, ${result.errors} not at all.`);
  return { perSecond: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}
