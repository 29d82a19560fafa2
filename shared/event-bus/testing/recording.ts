import { randomUUID } from 'node:crypto';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { newId } from '@jalon/runtime';

/** Appends so many decisions to a stream of a tenant, and gives them as the log holds them. */
export async function record(
  log: DecisionLog,
  tenant: string,
  stream: string,
  count: number,
  dataOf: (version: number) => unknown = (version) => ({ person: `person-${version}`, role: 'reviewer' }),
): Promise<readonly LoggedDecision[]> {
  const before = (await log.heads(tenant, [stream]))[stream] ?? 0;
  const appended = await log.append({
    tenant,
    command: { id: `service:test:${randomUUID()}`, name: 'organisation/grant-role', inputText: '{"role":"reviewer"}', inputHash: new Uint8Array(32) },
    actor: { kind: 'service', id: 'test' },
    authorisation: ['test'],
    ruleVersion: 1,
    occurredAt: new Date().toISOString(),
    expected: { [stream]: before },
    consulted: {},
    decisions: Array.from({ length: count }, (_, index) => ({
      id: newId(),
      stream,
      type: 'role-granted',
      shapeVersion: 1,
      data: dataOf(before + index + 1),
    })),
  });
  if (appended.status !== 'appended') throw new Error(`The decisions were not appended: ${appended.status}.`);
  return log.readStream(tenant, stream, { after: before });
}
